import { z } from 'zod';
import {
  sourceOperatePermission,
  sourceReadPermission,
} from '../permissions/permissions';
import { Instant } from '../time/Instant';
import { operation } from './Operation';
import { pageShape, PageQuery } from './Page';
import {
  BackfillRequest,
  BackfillView,
  CollectRequest,
  FlawedState,
  GapView,
  QueuedView,
  SourceDetailView,
  SourceId,
  SourceView,
} from './sourceViews';

const none = z.object({});

const SourcePath = z.object({ sourceId: SourceId });

/** What the API does about evidence sources themselves. */
export const sourceOperations = {
  listSources: operation({
    method: 'GET',
    path: '/sources',
    summary: 'Every evidence source: documents received, lag, and gaps',
    needs: sourceReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(SourceView) }),
  }),
  readSource: operation({
    method: 'GET',
    path: '/sources/{sourceId}',
    summary: 'One evidence source, and the last round of its targets',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: SourceDetailView,
  }),
  listGaps: operation({
    method: 'GET',
    path: '/sources/{sourceId}/gaps',
    summary:
      'Gaps of a source, latest first: times for which evidence may be missing',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: pageShape(GapView),
  }),
  collectNow: operation({
    method: 'POST',
    path: '/sources/{sourceId}/collect',
    summary: 'Collect targets of a source now',
    needs: sourceOperatePermission.name,
    params: SourcePath,
    query: none,
    body: CollectRequest,
    answer: QueuedView,
  }),
  startBackfill: operation({
    method: 'POST',
    path: '/sources/{sourceId}/backfills',
    summary: 'Start backfills of a source',
    needs: sourceOperatePermission.name,
    params: SourcePath,
    query: none,
    body: BackfillRequest,
    answer: QueuedView,
  }),
  listBackfills: operation({
    method: 'GET',
    path: '/sources/{sourceId}/backfills',
    summary: 'Backfills of a source and their progress, latest first',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: pageShape(BackfillView),
  }),
  replayFlawed: operation({
    method: 'POST',
    path: '/sources/{sourceId}/replay',
    summary: 'Normalise the rejected or partial documents of a source again',
    needs: sourceOperatePermission.name,
    params: SourcePath,
    query: z.object({
      state: FlawedState.default('rejected'),
      /** Those that became so until then; now by default. */
      until: Instant.optional(),
    }),
    answer: QueuedView,
  }),
} as const;
