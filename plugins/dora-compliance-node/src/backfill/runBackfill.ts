import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { toDocument } from '../collect/toDocument';
import type { CollectionTarget } from '../collect/CollectionTarget';
import type {
  BackfillStep,
  CollectorContext,
} from '../collect/EvidenceCollector';
import { together } from '../collect/together';
import { type BackfillCursor, parseCursor } from './BackfillCursor';
import type { BackfillStage } from './BackfillStage';

/**
 * Reads the stages of a backfill one after the other, in steps that each end
 * at a cursor.
 *
 * If a step fails, it is the last one: it has the cursor it started from, and
 * the documents that were read completely. An item that always fails hides no
 * other item.
 *
 * A cursor names its stage and the finished stages. A stage that was added
 * since is read too, wherever it is in the list. A cursor whose stage no longer
 * exists continues with the first stage that is not finished. A cursor of
 * another form starts the backfill from its beginning.
 *
 * @public
 */
export async function* runBackfill(options: {
  readonly stages: readonly BackfillStage[];
  readonly target: CollectionTarget;
  readonly from: { readonly since: Instant; readonly cursor?: string };
  readonly context: Pick<CollectorContext, 'now' | 'signal'>;
}): AsyncIterable<BackfillStep> {
  const { from, context, stages } = options;
  let cursor: BackfillCursor | undefined = (from.cursor !== undefined
    ? parseCursor(from.cursor)
    : undefined) ?? { until: context.now(), finished: [], done: 0 };
  while (cursor) {
    context.signal.throwIfAborted();
    const stage = stageAt(cursor, stages);
    if (!stage) {
      yield { documents: [], done: cursor.done };
      return;
    }
    const { step, next }: Stepped = await readStep(stage, cursor, options);
    yield step;
    cursor = next;
  }
}

type Options = Parameters<typeof runBackfill>[0];

/** A step, and the cursor after it; absent after the last one. */
type Stepped = { step: BackfillStep; next?: BackfillCursor };

/** The stage a cursor is in, or the first one that is not finished. */
function stageAt(
  { finished, at }: BackfillCursor,
  stages: readonly BackfillStage[],
): BackfillStage | undefined {
  const open = stages.filter(({ name }) => !finished.includes(name));
  return open.find(({ name }) => name === at?.stage) ?? open[0];
}

async function readStep(
  stage: BackfillStage,
  cursor: BackfillCursor,
  { stages, target, from, context }: Options,
): Promise<Stepped> {
  const { until, at, done } = cursor;
  const retry = { cursor: JSON.stringify(cursor), done };
  try {
    const place = at?.stage === stage.name ? at.place : undefined;
    const step = await stage.read(place, { since: from.since, until });
    const { readings, required = readings } = step;
    const { complete, problem, retryAfter } = together(...required);
    const documents = readings
      .filter(reading => complete || reading.complete)
      .map(({ part = stage.name, ...reading }) =>
        toDocument(target, part, reading, context.now()),
      );
    if (!complete) {
      const again = retryAfter === undefined ? {} : { retryAfter };
      return { step: { documents, ...retry, problem, ...again } };
    }
    const next = cursorAfter(stage, cursor, step);
    return stageAt(next, stages)
      ? {
          step: { documents, cursor: JSON.stringify(next), done: next.done },
          next,
        }
      : { step: { documents, done: next.done } };
  } catch (error) {
    context.signal.throwIfAborted();
    const problem = error instanceof Error ? error.message : String(error);
    return { step: { documents: [], ...retry, problem } };
  }
}

function cursorAfter(
  { name }: BackfillStage,
  { until, finished, done }: BackfillCursor,
  { next, read }: { next?: unknown; read: number },
): BackfillCursor {
  return next === undefined
    ? { until, finished: [...finished, name], done: done + read }
    : { until, finished, at: { stage: name, place: next }, done: done + read };
}
