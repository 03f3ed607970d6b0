import type { OwnershipReasons } from '../judgement/ownership/reasons';
import type { AssetRecordReasons } from '../judgement/asset-record/reasons';
import type { ClassificationReasons } from '../judgement/classification/reasons';
import type { ExemptionReasons } from '../judgement/exemption/reasons';
import type { ProviderReasons } from '../judgement/provider/reasons';
import type { SupportReasons } from '../judgement/support/reasons';

type Params = OwnershipReasons &
  AssetRecordReasons &
  ClassificationReasons &
  ExemptionReasons &
  ProviderReasons &
  SupportReasons;

const none = [{}] as const;
const ownerRef = 'group:default/guards';
const provider = 'resource:default/acme';

/** Parameters of each reason of the judgements of the asset itself. */
export const recordSamples: {
  [Code in keyof Params]: readonly Params[Code][];
} = {
  'accountable-person-unknown': [{ ownerRef, user: 'user:default/anna' }],
  'owner-accountable': [{ ownerRef, user: 'user:default/anna' }],
  'owner-missing': none,
  'owner-is-person': [{ ownerRef: 'user:default/anna' }],
  'owner-not-a-group': [{ ownerRef: 'component:default/ledger' }],
  'owner-too-few-members': [{ ownerRef, count: 1, needed: 2 }],
  'owner-too-many-members': [{ ownerRef, count: 4000, most: 50 }],
  'owner-unresolved': [{ ownerRef }],
  'owner-can-act': [{ ownerRef, count: 5, needed: 2 }],
  'owner-exists': [{ ownerRef }],
  'owner-named': [{ ownerRef }],
  'pipelines-inventoried': [{ days: 90 }],
  'record-complete': none,
  'record-usable': none,
  'pipelines-not-inventoried': [
    { names: 'Deploy', count: 1, days: 90 },
    { names: 'Deploy\nNightly', count: 7, days: 90 },
  ],
  'record-incomplete': [
    { fields: 'support' },
    { fields: 'location,continuity,links' },
  ],
  'record-unusable': [
    {
      field: 'spec.dora.continuity.rto',
      value: '"4h"',
      rule: 'recovery-objective',
      more: 0,
    },
    { field: 'spec.dora.lei', value: '"5"', rule: 'lei', more: 2 },
  ],
  classified: [{ declared: 'important' }],
  'classified-high-enough': [{ declared: 'important', computed: 'important' }],
  'reviewed-in-time': [
    { reviewed: '2026-01-01', due: '2027-01-01' },
    {
      reviewed: '2026-01-01',
      due: '2027-01-01',
      by: 'marco',
      record: 'changed',
    },
  ],
  'reviewed-since-lowered': [
    {
      from: 'important',
      declared: 'standard',
      lowered: '2026-03-01',
      reviewed: '2026-03-02',
    },
  ],
  'reviewed-since-major-change': [
    { changed: '2026-02-01', reviewed: '2026-02-03' },
  ],
  'classified-too-low': [
    { declared: 'standard', computed: 'critical-or-important' },
    {
      declared: 'standard',
      computed: 'important',
      because: 'Payments > Ledger',
    },
  ],
  'computed-not-classified': [{ computed: 'critical-or-important' }],
  'not-classified': none,
  'nothing-classified-above': none,
  'lowered-not-reviewed': [
    {
      from: 'important',
      declared: 'standard',
      lowered: '2026-03-01',
      reviewed: '2026-01-15',
    },
    { from: 'important', declared: 'standard', lowered: '2026-03-01' },
  ],
  'major-change-not-reviewed': [
    { changed: '2026-02-01' },
    { changed: '2026-02-01', reviewed: '2026-01-01' },
  ],
  'major-change-to-review': [{ changed: '2026-02-01' }],
  'never-reviewed': none,
  'no-major-change': none,
  'review-ahead': [{ on: '2027-01-01' }],
  'review-overdue': [{ reviewed: '2025-01-01', due: '2026-01-01' }],
  'exemption-ended': [
    {
      lacks: 'end-of-support',
      why: 'Written by ourselves.',
      ended: '2026-03-31',
    },
  ],
  'exemption-too-long': [
    { lacks: 'provider', why: 'Run by ourselves', until: '2030-12-31' },
  ],
  'exemption-unconfirmed': [{ lacks: 'provider', why: 'Run by ourselves' }],
  'provider-contract': [{ contract: 'C-4711' }],
  'provider-identified': [{ provider }],
  'provider-named': [{ provider }],
  'provider-registered': [{ provider }],
  'provider-services': [{ services: 'S02, S17' }],
  'provider-contract-missing': [{ provider }],
  'provider-none': [{ why: 'Run by ourselves', until: '2026-12-31' }],
  'provider-services-missing': [{ provider }],
  'provider-undeclared': [
    { facts: 'location' },
    { facts: 'location,support,type' },
  ],
  'provider-unidentified': [{ provider }],
  'provider-unregistered': [{ provider }],
  'subcontractors-declared': [{ count: 0 }, { count: 1 }, { count: 3 }],
  'subcontractors-missing': [{ provider }],
  'subcontractors-not-needed': [{ level: 'standard' }],
  'subcontractors-unclear': [{ provider }],
  'provider-missing': none,
  'legacy-assessed': [{ assessed: '2026-01-01', due: '2027-01-01' }],
  supported: [{ end: '2028-12-31' }],
  'support-ended': [
    { end: '2025-12-31' },
    { end: '2025-12-31', assessed: '2024-01-01' },
  ],
  'support-not-applicable': [
    { why: 'Written by ourselves.', until: '2026-12-31' },
  ],
  'support-unknown': none,
};
