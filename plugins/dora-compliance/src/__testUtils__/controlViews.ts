import { ControlDescription } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { approvalDetail } from './approvalDetail';

const { control } = approvalDetail;

/** The control `approval` on its own. */
export const approvalDescription = ControlDescription.parse({
  control: {
    ...control,
    notCovered: ['Whether the approver looked at the change.'],
    crosswalks: [{ framework: 'NIS2', ref: '21(2)(i)' }],
    parameters: {
      longestWait: {
        'critical-or-important': 'P7D',
        important: 'P30D',
        standard: 'P30D',
        basis: 'policy',
      },
    },
  },
  provisions: control.provisions.map(provision => ({
    ...provision,
    texts: [{ ref: provision.ref, text: `What ${provision.ref} says.` }],
  })),
  reads: [
    {
      type: 'change-reviewed',
      sources: [
        { id: 'github', title: 'GitHub', state: 'connected' },
        { id: 'gitlab', title: 'GitLab', state: 'not-connected' },
      ],
    },
    { type: 'incident-detected', sources: [] },
  ],
});

/** A control of another area and layer, with one severity. */
const owned = {
  ...control,
  id: 'gov-03-accountable-owner',
  code: 'GOV-03',
  title: 'Somebody is accountable',
  objective: 'Each asset has an owner.',
  lens: { area: 'risk-identification' as const },
  provisions: [
    { act: 'DORA' as const, ref: '5(2)(c)', relation: 'requires' as const },
  ],
  severity: {
    'critical-or-important': 'high' as const,
    important: 'high' as const,
    standard: 'high' as const,
  },
};

export const installedControls = [control, owned];
