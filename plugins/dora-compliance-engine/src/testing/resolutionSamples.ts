import type { RemedyRole } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { OutlookParams } from '../explain/language/OutlookParams';
import type { RemedyFacts } from '../remedy/Facts';

const at = '2026-06-01T12:00:00.000Z';
const none = {};

/** Facts for each sentence about who can end a finding: one of each form. */
export const whoSamples: { [Role in RemedyRole]: readonly RemedyFacts[] } = {
  'asset-owner': [{ owner: 'group:default/guards' }, none],
  'backstage-administrator': [none],
  'catalog-maintainer': [none],
  'code-host-administrator': [
    { repositories: ['https://github.com/bank/ledger'] },
    none,
  ],
  'control-author': [{ control: 'CHG-02' }, none],
  doer: [{ person: 'marco' }, none],
  'environment-reviewer': [
    { environment: 'production', reviewers: ['marco', 'release-managers'] },
    { environment: 'production' },
    none,
  ],
  'incident-manager': [{ incident: 'INC-7' }, none],
  'independent-approver': [
    { repositories: ['https://github.com/bank/ledger'] },
    none,
  ],
  nobody: [none],
  'provider-owner': [{ provider: 'resource:default/acme' }, none],
  'repository-administrator': [
    { repositories: ['https://github.com/bank/ledger'] },
    none,
  ],
  'risk-function': [none],
  'source-administrator': [{ source: 'github' }, none],
};

/** Parameters for each sentence about when a finding ends. */
export const outlookSamples: {
  [Key in keyof OutlookParams]: readonly OutlookParams[Key][];
} = {
  'after-action': [none],
  'by-itself': [{ at }],
  'checked-again': [{ at }],
  'done-by-backend': [none],
  'counts-until': [{ notBefore: at }],
  'until-replaced': [none],
};
