import {
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  BackfillStep,
  EvidenceCollector,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { BackfillStore, DueBackfill } from './BackfillStore';
import type { CollectorWork } from '../collect/collectTarget';
import { keepCollected } from '../collect/keepCollected';
import { untilAborted } from '../collect/untilAborted';
import { sourceDefaults } from '../sourceDefaults';

/** What processing a backfill needs. */
type BackfillWork = CollectorWork & {
  store: BackfillStore;
  /** How long this replica leases it, in milliseconds. */
  lease: number;
  /** Aborted when this replica stops. */
  stopping: AbortSignal;
  /** Called with the delay in milliseconds if the source limits requests. */
  onLimit: (wait: number) => void;
};

/** How processing a backfill ended. */
type BackfillOutcome = 'finished' | 'paused';

/**
 * Processes a backfill as far as possible. The documents of a step are stored
 * first, and its cursor after them: if the process ends in between, the step is
 * read again, and storing a document twice changes nothing. Late evidence is
 * recognized by the origin of its document.
 */
export async function workBackfill(
  backfill: DueBackfill,
  work: BackfillWork,
): Promise<BackfillOutcome> {
  const { collector, cache, now, signal, store } = work;
  const { id, kind, uri, since, cursor } = backfill;
  let { attempts, flaw } = backfill;
  let problem = writeReason(reason('backfill-ended-early'));
  let retryAfter: number | undefined;
  let resumeCursor: string | undefined;
  const places = new Set([cursor]);
  try {
    const steps = collector.backfill(
      { kind, uri },
      { since, ...(cursor !== undefined && { cursor }) },
      { now, signal, cache },
    );
    for await (const step of untilAborted(steps, signal)) {
      await keepCollected(step.documents, {
        ...work,
        sourceId: backfill.sourceId,
        origin: 'back-filled',
        now: now(),
      });
      if (step.problem !== undefined) {
        problem = step.problem;
        retryAfter = step.retryAfter;
        resumeCursor = step.cursor;
        break;
      }
      if (step.cursor !== undefined && places.has(step.cursor)) {
        problem = writeReason(reason('backfill-loops'));
        break;
      }
      places.add(step.cursor);
      attempts = 0;
      flaw = findFlaw(step) ?? flaw ?? unreadHistory(collector);
      await store.advance(id, {
        ...toProgress(step, shiftInstant(now(), work.lease)),
        ...(flaw !== undefined && { flaw }),
      });
      if (step.cursor === undefined) {
        await store.finish(id, now());
        return 'finished';
      }
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  await pauseBackfill(id, work, {
    problem,
    cursor: resumeCursor,
    attempts,
    retryAfter,
  });
  return 'paused';
}

async function pauseBackfill(
  id: string,
  { store, stopping, onLimit, now }: BackfillWork,
  why: {
    problem: string;
    cursor: string | undefined;
    attempts: number;
    retryAfter: number | undefined;
  },
) {
  const { problem, cursor, retryAfter } = why;
  if (stopping.aborted) {
    // The next worker resumes at once.
    const { attempts } = why;
    await store.pause(id, { nextAt: now(), attempts, now: now() });
    return;
  }
  if (retryAfter !== undefined) {
    onLimit(retryAfter);
  }
  // A rate limit is no failure.
  const attempts = why.attempts + (retryAfter === undefined ? 1 : 0);
  await store.pause(id, {
    problem,
    ...(cursor !== undefined && { cursor }),
    nextAt: shiftInstant(
      now(),
      Math.max(retryAfter ?? 0, pauseAfter(attempts)),
    ),
    attempts,
    now: now(),
  });
}

function toProgress(step: BackfillStep, until: Instant) {
  return {
    ...(step.cursor !== undefined && { cursor: step.cursor }),
    done: step.done,
    until,
  };
}

function findFlaw({ documents }: BackfillStep): string | undefined {
  const broken = documents.find(({ complete }) => !complete);
  return (
    broken &&
    writeReason(
      reason('backfill-part-incomplete', {
        part: broken.part,
        problem: broken.problem ?? writeReason(reason('not-read-completely')),
      }),
    )
  );
}

/** History parts that rounds read and backfills do not. */
function unreadHistory({
  history,
  backfilled,
}: EvidenceCollector): string | undefined {
  const unread = history.filter(part => !backfilled.includes(part));
  return unread.length > 0
    ? writeReason(
        reason('backfill-without-history', { parts: unread.join(', ') }),
      )
    : undefined;
}

/** The delay after so many attempts, in milliseconds. */
function pauseAfter(attempts: number): number {
  return attempts >= sourceDefaults.manyAttempts
    ? sourceDefaults.pauseAfterMany
    : Math.min(
        sourceDefaults.firstPause * 2 ** (attempts - 1),
        sourceDefaults.longestPause,
      );
}
