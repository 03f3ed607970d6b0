import { ControlTimelineView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const range = {
  from: '2025-12-01T00:00:00.000Z',
  to: '2026-03-01T00:00:00.000Z',
};
const nothing = { deployments: [], omittedDeployments: 0 };

/** Of a control that was never assessed. */
export const emptyTimeline = ControlTimelineView.parse({
  ...range,
  periods: [],
});

/** Satisfied for 50 of 60 known days, with an interruption of two statuses. */
export const interruptedTimeline = ControlTimelineView.parse({
  ...range,
  recordedFrom: '2026-02-01T08:00:00.000Z',
  periods: [
    {
      status: 'satisfied',
      from: '2026-02-15T00:00:00.000Z',
      isReconstructed: false,
      ...nothing,
    },
    {
      status: 'not-assessed',
      from: '2026-02-10T00:00:00.000Z',
      to: '2026-02-15T00:00:00.000Z',
      isReconstructed: false,
      ...nothing,
    },
    {
      status: 'not-satisfied',
      from: '2026-02-05T00:00:00.000Z',
      to: '2026-02-10T00:00:00.000Z',
      isReconstructed: false,
      reason: {
        code: 'self-approval',
        params: {},
        sentence: 'marco approved the own change.',
      },
      deployments: [
        {
          deployment: 'd-1',
          environment: 'eu-prod',
          at: '2026-02-07T09:00:00.000Z',
          deployers: ['deploy[bot]'],
        },
      ],
      omittedDeployments: 3,
    },
    {
      status: 'satisfied',
      from: '2026-02-01T08:00:00.000Z',
      to: '2026-02-05T00:00:00.000Z',
      isReconstructed: false,
      ...nothing,
    },
    {
      status: 'satisfied',
      from: '2025-12-31T00:00:00.000Z',
      to: '2026-02-01T08:00:00.000Z',
      isReconstructed: true,
      ...nothing,
    },
  ],
});
