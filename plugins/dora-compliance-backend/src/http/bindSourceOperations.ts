import {
  type FlawedState,
  type Instant,
  operations,
  type QueuedView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { BackfillStore } from '../sources/backfill/BackfillStore';
import type { CollectionStore } from '../sources/collect/CollectionStore';
import type { KnexSourcesQuery } from '../read/sources/KnexSourcesQuery';
import type { Visibility } from '../permissions/Visibility';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { bindOperation, type Guards } from './bindOperation';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

const DAY = 24 * 60 * 60_000;

/** What the operations on evidence sources use. */
export type SourceRouterOptions = {
  sourcesQuery: KnexSourcesQuery;
  targets: CollectionStore;
  backfills: BackfillStore;
  replayFlawed: (
    of: {
      sourceId: string;
      state: FlawedState;
      until: Instant;
      visible: Visibility;
    },
    now: Instant,
  ) => Promise<QueuedView>;
  now: () => Instant;
  /** Called when documents were queued. */
  onReplay: () => void;
  /** Called when targets or backfills became due. */
  onCollect: () => void;
  /** Called before the state of the sources is read. */
  beforeLook: () => Promise<void>;
};

/** Operations on evidence sources: their state, and what can be started. */
export function bindSourceOperations(
  router: Router,
  options: Guards & SourceRouterOptions,
): void {
  bindReading(router, options);
  bindActing(router, options);
}

function bindReading(router: Router, options: Guards & SourceRouterOptions) {
  const { sourcesQuery, beforeLook, now } = options;
  bindOperation(router, options, operations.listSources, async ({ reader }) => {
    await beforeLook();
    const visible = await reader.visible();
    return { items: await sourcesQuery.list(now(), visible) };
  });
  bindOperation(
    router,
    options,
    operations.readSource,
    async ({ sourceId, limit, cursor, reader }) => {
      await beforeLook();
      const visible = await reader.visible();
      const source = await sourcesQuery.find(sourceId, now(), visible);
      if (!source) {
        return unknownSource(sourceId);
      }
      const asked = { limit, cursor, visible };
      return {
        source,
        targets: await sourcesQuery.listTargets(sourceId, asked),
      };
    },
  );
  bindOperation(
    router,
    options,
    operations.listGaps,
    async ({ sourceId, limit, cursor, reader }) => {
      requireSource(options, sourceId);
      const visible = await reader.visible();
      const asked = { limit, cursor, visible };
      return sourcesQuery.listGaps(sourceId, asked, now());
    },
  );
  bindOperation(
    router,
    options,
    operations.listBackfills,
    async ({ sourceId, limit, cursor, reader }) => {
      requireSource(options, sourceId);
      const visible = await reader.visible();
      return sourcesQuery.listBackfills(sourceId, { limit, cursor, visible });
    },
  );
}

function bindActing(router: Router, options: Guards & SourceRouterOptions) {
  const { targets, backfills, replayFlawed, now } = options;
  bindOperation(
    router,
    options,
    operations.collectNow,
    async ({ sourceId, body, reader }) => {
      requireCollector(options, sourceId);
      const queued = await targets.collectNow(
        sourceId,
        body.target,
        now(),
        await reader.visible(),
      );
      return started(options, queued, body.target);
    },
  );
  bindOperation(
    router,
    options,
    operations.startBackfill,
    async ({ sourceId, body: { days, target }, reader }) => {
      requireCollector(options, sourceId);
      const at = now();
      const since = shiftInstant(at, -days * DAY);
      const queued = await backfills.start({
        sourceId,
        target,
        since,
        now: at,
        visible: await reader.visible(),
      });
      options.onCollect();
      return { queued, more: false };
    },
  );
  bindOperation(
    router,
    options,
    operations.replayFlawed,
    async ({ sourceId, state, until = now(), reader }) => {
      requireOn(options, sourceId);
      const visible = await reader.visible();
      const answer = await replayFlawed(
        { sourceId, state, until, visible },
        now(),
      );
      options.onReplay();
      return answer;
    },
  );
}

function started(
  { onCollect }: SourceRouterOptions,
  queued: number,
  target: string | undefined,
): QueuedView {
  if (target !== undefined && queued === 0) {
    throw new Fault(
      'request-invalid',
      errorDetail('target-unknown', { target }),
    );
  }
  onCollect();
  return { queued, more: false };
}

function requireSource(
  { sourcesQuery }: SourceRouterOptions,
  sourceId: string,
) {
  return sourcesQuery.findKinds(sourceId) ?? unknownSource(sourceId);
}

/** A source that is off neither normalizes documents nor is collected. */
function requireOn(options: SourceRouterOptions, sourceId: string) {
  const kinds = requireSource(options, sourceId);
  if (kinds.off) {
    const { reason } = kinds.off;
    throw new Fault('source-off', () => reason);
  }
  return kinds;
}

function requireCollector(options: SourceRouterOptions, sourceId: string) {
  const { collects, askedWith } = requireOn(options, sourceId);
  if (!collects) {
    throw new Fault(
      'request-invalid',
      askedWith
        ? errorDetail('collection-off', {
            source: sourceId,
            configure: askedWith,
          })
        : errorDetail('collection-impossible', { source: sourceId }),
    );
  }
}

function unknownSource(sourceId: string): never {
  throw new Fault(
    'source-unknown',
    errorDetail('source-unknown', { source: sourceId }),
  );
}
