import {
  ProductionChangeDetail,
  ProductionChangesView,
  type ProductionChangeView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { review } from './ledgerViews';

const known = (step: string, title: string, more: object = {}) => ({
  step,
  state: 'known',
  items: [{ title, ...more }],
  omittedItems: 0,
  evidence: [review.id],
});

const view = ProductionChangesView.parse({
  items: [
    {
      id: review.id,
      deployment: 'd-1',
      environment: 'eu-prod',
      at: '2026-03-01T09:00:00.000Z',
      deployers: ['deploy[bot]'],
      status: 'not-satisfied',
      steps: [
        known('commits', 'abc1234 Pay faster', { by: 'anna' }),
        known('change', '#7 Pay faster', {
          uri: 'https://github.com/bank/ledger/pull/7',
          by: 'anna',
          at: '2026-03-01T08:00:00.000Z',
        }),
        known('review', '#7', {
          by: 'marco',
          decision: 'approved',
          at: '2026-03-01T07:00:00.000Z',
        }),
        {
          step: 'build',
          state: 'missing',
          why: {
            code: 'no-run',
            params: {},
            sentence: 'No run of commit abc1234 was received.',
          },
          items: [],
          omittedItems: 0,
          evidence: [],
        },
        {
          step: 'artifact',
          state: 'failed',
          why: {
            code: 'artifact-unidentified',
            params: {},
            sentence: 'The artifact has no digest.',
          },
          items: [],
          omittedItems: 3,
          evidence: [review.id],
        },
        known('deployment', 'd-1', {
          by: 'deploy[bot]',
          at: '2026-03-01T09:00:00.000Z',
        }),
      ],
      verdicts: [
        {
          control: {
            id: 'chg-02-independent-approval',
            code: 'CHG-02',
            title: 'Independent approval',
          },
          status: 'not-satisfied',
          reason: {
            code: 'self-approval',
            params: {},
            sentence: 'marco approved the own change.',
          },
        },
        {
          control: {
            id: 'chg-05-traceability',
            code: 'CHG-05',
            title: 'Traceability',
          },
          status: 'not-assessed',
          absent: 'outside-window',
        },
      ],
    },
  ],
  unclassified: ['blue'],
});

/** A deployment of the ledger without a build, and what two controls say about it. */
export const productionChanges = view;

/** Several of them, all of whose steps are known. */
export function repeatDeployment(times: number): ProductionChangesView {
  const [first] = view.items as [ProductionChangeView];
  return {
    unclassified: [],
    items: Array.from({ length: times }, (_, place) => ({
      ...first,
      id: `sha256:${String(place).padStart(64, '0')}` as typeof first.id,
      steps: first.steps.filter(({ state }) => state === 'known'),
      verdicts: [],
    })),
  };
}

const [bare] = view.items as [ProductionChangeView];
const ofLedger = 'https://github.com/bank/ledger';
const [commits, ...later] = bare.steps as [
  (typeof bare.steps)[number],
  ...typeof bare.steps,
];

/** The first of them, with what its own page shows besides. */
export const deploymentDetail = ProductionChangeDetail.parse({
  since: '2025-12-01T09:00:00.000Z',
  change: {
    ...bare,
    steps: [
      {
        ...commits,
        items: [
          {
            ...commits.items[0],
            uri: `${ofLedger}/commit/abc1234`,
            withoutChange: true,
          },
          ...['def1', 'def2', 'def3'].map(id => ({ title: `${id} Other` })),
        ],
      },
      ...later.slice(0, -1),
      {
        step: 'approval',
        state: 'none',
        why: {
          code: 'deployment-approval-unreported',
          params: {},
          sentence: 'Nobody was asked.',
        },
        items: [],
        omittedItems: 0,
        evidence: [],
      },
      ...later.slice(-1),
    ],
    verdicts: bare.verdicts.map(verdict => ({
      ...verdict,
      ...(verdict.reason && { advice: 'Have it reviewed.' }),
    })),
  },
});
