import { Page } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { http, HttpResponse } from 'msw';
import type { SetupServer } from 'msw/node';
import { actionsView } from './actionViews';
import { changePaths } from './changePathViews';
import { approvalDetail } from './approvalDetail';
import { approvalDescription, installedControls } from './controlViews';
import { inventory, inventoryUrl, summary } from './inventoryViews';
import {
  backendUrl,
  compliance,
  ledgerUrl,
  review,
  reviewBytes,
} from './ledgerViews';
import { policies } from './policyViews';
import { deploymentDetail, productionChanges } from './productionViews';
import { ledgerChange, ledgerScorecard } from './teamScorecard';
import { answerScorecards, trend } from './organizationViews';
import { interruptedTimeline } from './timelineViews';
import { approvalResults } from './resultViews';
import { graph, record } from './recordViews';
import {
  documentsUrl,
  github,
  gitlab,
  ledgerTarget,
  closedGap,
  off,
  openGap,
  partial,
  rejected,
  runningBackfill,
  sourcesUrl,
} from './sourceViews';

const json = (url: string, body: object) =>
  http.get(url, () => HttpResponse.json(body));
const list = (url: string, items: object[]) => json(url, { items });

/** Answers every request of every page, with something to show. */
export function answerEverything(server: SetupServer) {
  server.use(
    json(`${ledgerUrl}/compliance`, compliance),
    json(`${ledgerUrl}/controls/:id`, approvalDetail),
    json(`${ledgerUrl}/controls/:id/timeline`, interruptedTimeline),
    json(`${ledgerUrl}/record`, record),
    json(`${ledgerUrl}/graph`, graph),
    list(`${ledgerUrl}/evidence`, [review]),
    json(`${ledgerUrl}/evidence/:id`, review),
    json(`${ledgerUrl}/production-changes`, productionChanges),
    json(`${ledgerUrl}/production-change`, deploymentDetail),
    http.get(`${ledgerUrl}/documents/:digest`, () =>
      HttpResponse.arrayBuffer(reviewBytes.buffer),
    ),
    list(`${backendUrl}/api/dora-compliance/controls`, installedControls),
    json(`${backendUrl}/api/dora-compliance/controls/:id`, approvalDescription),
    json(`${backendUrl}/api/dora-compliance/policies`, policies),
    json(`${backendUrl}/api/dora-compliance/actions`, actionsView),
    json(`${backendUrl}/api/dora-compliance/scorecard`, ledgerScorecard),
    json(`${backendUrl}/api/dora-compliance/scorecard/trend`, trend),
    json(`${backendUrl}/api/dora-compliance/results`, approvalResults),
    json(
      `${backendUrl}/api/dora-compliance/scorecard/change-paths`,
      changePaths,
    ),
    list(`${backendUrl}/api/dora-compliance/scorecard/changes`, [ledgerChange]),
    json(inventoryUrl, inventory),
    json(`${inventoryUrl}/summary`, summary),
    list(`${inventoryUrl}/discoveries`, [
      {
        source: 'github',
        state: 'failed',
        at: '2026-11-24T17:21:00.000Z',
        lastComplete: '2026-11-20T17:21:00.000Z',
        pipelines: 12,
        failure: 'HTTP status 401',
      },
    ]),
    list(`${inventoryUrl}/uninventoried-pipelines`, [
      {
        urn: 'urn:cicd:github.com:bank/shadow:.github/workflows/deploy.yml',
        name: 'Deploy shadow',
        repository: 'https://github.com/bank/shadow',
        sourceId: 'github',
        firstSeen: '2026-10-02T08:00:00.000Z',
        lastSeen: '2026-11-24T17:21:00.000Z',
        assets: [],
      },
    ]),
    list(sourcesUrl, [gitlab, github, off]),
    json(`${sourcesUrl}/:id`, {
      source: github,
      targets: { items: [ledgerTarget] } satisfies Page<unknown>,
    }),
    list(`${sourcesUrl}/:id/gaps`, [openGap, closedGap]),
    list(`${sourcesUrl}/:id/backfills`, [runningBackfill]),
    http.get(documentsUrl, ({ request }) =>
      HttpResponse.json({
        items: [request.url.includes('partial') ? partial : rejected],
      }),
    ),
    http.all(`${backendUrl}/*`, ({ request }) => {
      throw new Error(`Nothing answers ${request.method} ${request.url}`);
    }),
  );
  answerScorecards(server);
}
