import { ResultsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const statuses = {
  'not-applicable': 0,
  satisfied: 3,
  'risk-accepted': 0,
  'not-assessed': 0,
  'not-satisfied': 1,
};
const reason = {
  code: 'not-yet-assessed',
  params: {},
  sentence: 'Nobody else approved it.',
};
/** The answer to the question for changes without approval. */
export const approvalResults = ResultsView.parse({
  isPartial: false,
  assets: 4,
  statuses,
  items: [
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      criticality: 'critical-or-important',
      control: {
        id: 'chg-02-independent-approval',
        code: 'CHG-02',
        title: 'Approval',
      },
      status: 'not-satisfied',
      reason,
      since: '2026-11-24T17:21:00.000Z',
      open: 3,
      members: [
        {
          kind: 'deployment',
          title: 'Deployment 12 to production',
          at: '2026-11-24T17:21:00.000Z',
          uri: 'https://github.com/bank/ledger/deployments',
          status: 'not-satisfied',
          reason,
        },
      ],
    },
  ],
});
