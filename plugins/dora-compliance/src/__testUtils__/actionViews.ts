import { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { backendUrl } from './ledgerViews';

export const actionsUrl = `${backendUrl}/api/dora-compliance/actions`;

/** What waits for the owners of the ledger. */
export const actionsView = ActionsView.parse({
  owners: ['user:default/anna', 'group:default/guards'],
  assets: 2,
  notSatisfied: 1,
  notAssessed: 1,
  isPartial: false,
  items: [
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      ownerRef: 'group:default/guards',
      criticality: 'critical-or-important',
      control: {
        id: 'chg-02-independent-approval',
        code: 'CHG-02',
        title: 'Independent approval',
      },
      severity: 'critical',
      effort: 'hours',
      status: 'not-satisfied',
      reason: {
        code: 'self-approved',
        params: {},
        sentence: 'Marco approved the change and pushed the last commit.',
      },
      advice: 'Let another person approve.',
      since: '2026-03-01T00:00:00.000Z',
    },
  ],
  nextCursor: 'next',
});

/** All is satisfied. */
export const noActions = ActionsView.parse({
  ...actionsView,
  notSatisfied: 0,
  notAssessed: 0,
  items: [],
  nextCursor: undefined,
});

/** Its second page. */
export const moreActions = ActionsView.parse({
  ...actionsView,
  items: [
    {
      ...actionsView.items[0],
      title: 'Portal',
      entityRef: 'component:default/portal',
      status: 'not-assessed',
      effort: undefined,
      advice: undefined,
      since: undefined,
    },
  ],
  nextCursor: undefined,
});
