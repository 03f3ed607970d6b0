import { z } from 'zod';
import {
  sourceOperatePermission,
  sourceReadPermission,
} from '../permissions/permissions';
import { Instant } from '../time/Instant';
import { operation } from './Operation';
import { pageOf, PageQuery } from './Page';
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
    summary: 'Every evidence source: what came, how late, what is not known',
    needs: sourceReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(SourceView) }),
  }),
  readSource: operation({
    method: 'GET',
    path: '/sources/{sourceId}',
    summary: 'One evidence source, and how its targets were last read',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: SourceDetailView,
  }),
  listGaps: operation({
    method: 'GET',
    path: '/sources/{sourceId}/gaps',
    summary: 'Times in which a source may have been missed, latest first',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: pageOf(GapView),
  }),
  collectNow: operation({
    method: 'POST',
    path: '/sources/{sourceId}/collect',
    summary: 'Have targets of a source looked at at once',
    needs: sourceOperatePermission.name,
    params: SourcePath,
    query: none,
    body: CollectRequest,
    answer: QueuedView,
  }),
  startBackfill: operation({
    method: 'POST',
    path: '/sources/{sourceId}/backfills',
    summary: 'Ask a source for what happened in the past',
    needs: sourceOperatePermission.name,
    params: SourcePath,
    query: none,
    body: BackfillRequest,
    answer: QueuedView,
  }),
  listBackfills: operation({
    method: 'GET',
    path: '/sources/{sourceId}/backfills',
    summary: 'Back-fills of a source and how far they are, latest first',
    needs: sourceReadPermission.name,
    params: SourcePath,
    query: PageQuery,
    answer: pageOf(BackfillView),
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
