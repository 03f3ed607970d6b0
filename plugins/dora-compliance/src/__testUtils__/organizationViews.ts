import {
  ScorecardLines,
  ScorecardView,
  StatusChangeView,
  TrendView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { http, HttpResponse } from 'msw';
import type { SetupServer } from 'msw/node';
import { backendUrl } from './ledgerViews';
import { ledgerScorecard, teamScorecard } from './teamScorecard';

export const scorecardUrl = `${backendUrl}/api/dora-compliance/scorecard`;

const { score } = teamScorecard;
const earlier = {
  day: '2026-10-31',
  assets: 2,
  score: { ...score, coverage: 0.48, compliance: 0.999 },
};

/** The scorecard of the whole organization. */
export const organizationScorecard = ScorecardView.parse({
  ...teamScorecard,
  of: 'organization',
  ref: undefined,
  groups: undefined,
  nextCursor: undefined,
  earlier,
  areas: [{ area: 'resilience', score }],
  layers: [{ layer: 'change-management', score }],
});

/** Scorecards that are compared: of something known, and of what is in no part. */
const lines = (known: string, title?: string) =>
  ScorecardLines.parse({
    isPartial: false,
    items: [
      { ref: known, ...(title && { title }), assets: 2, score, earlier },
      {
        ref: 'none',
        assets: 1,
        score: { statuses: { ...score.statuses, 'not-satisfied': 7 } },
      },
    ],
  });

export const trend = TrendView.parse({
  isPartial: false,
  belonging: 'then',
  days: [
    { day: '2026-10-02', assets: 1, score: { ...score, coverage: 0.25 } },
    { day: '2026-10-09', assets: 2, score },
  ],
  annotations: [],
  omittedAnnotations: 0,
});

const change = StatusChangeView.parse({
  entityRef: 'component:default/ledger',
  title: 'Ledger',
  control: {
    id: 'chg-05-traceability',
    code: 'CHG-05',
    title: 'Traceability',
  },
  from: 'satisfied',
  to: 'not-satisfied',
  at: '2026-11-24T17:21:00.000Z',
});

/** Answers whatever a scorecard asks, and notes what that was. */
export function answerScorecards(
  server: SetupServer,
  view: ScorecardView = organizationScorecard,
) {
  const asked: string[] = [];
  const answer = (path: string, body: (query: URLSearchParams) => object) =>
    http.get(`${scorecardUrl}${path}`, ({ request }) => {
      const { search, searchParams } = new URL(request.url);
      asked.push(`${path}${decodeURIComponent(search)}`);
      return HttpResponse.json(body(searchParams));
    });
  server.use(
    answer('/trend', () => trend),
    answer('/changes', () => ({ items: [change] })),
    answer('s', query => compareBy(query.get('by'))),
    answer('', query => (query.get('of') === 'asset' ? ledgerScorecard : view)),
  );
  return asked;
}

function compareBy(by: string | null): ScorecardLines {
  switch (by) {
    case 'group':
      return lines('group:default/payments-core');
    case 'criticality':
      return { ...lines('important'), isPartial: true };
    default:
      return lines(`${by}:default/pay`, 'Pay');
  }
}
