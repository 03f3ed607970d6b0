import {
  type Instant,
  reason,
  subjectKey,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CollectedDocument,
  ConditionalCache,
  EvidenceCollector,
  ExpectedDelivery,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../../ledger/DocumentStore';
import type { RedactionScope } from '../../ledger/redact/redact';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { CollectionStore, DueTarget, Round } from './CollectionStore';
import { coverageFrom } from './coverageFrom';
import { keepCollected } from './keepCollected';
import { untilAborted } from './untilAborted';

/** What work for a source needs. */
export type CollectorWork = {
  collector: EvidenceCollector;
  documents: DocumentStore;
  redaction: RedactionScope;
  cache: ConditionalCache;
  now: () => Instant;
  signal: AbortSignal;
};

/** The result of a round. */
type Reading = {
  heartbeat?: CollectedDocument;
  expects: ExpectedDelivery[];
  clockSkew?: number;
  retryAfter?: number;
  problem?: string;
};

/**
 * One round of a collector for a target: stores documents as they are read,
 * then compares the events of the source with the received ones. A round
 * without a heartbeat at its end is incomplete and covers nothing.
 */
export async function collectTarget(
  target: DueTarget,
  work: CollectorWork & {
    store: CollectionStore;
    /** How long a delivery may take, in milliseconds. */
    tolerance: number;
    /** How far back a round reads at most, in milliseconds. */
    lookBack: number;
  },
): Promise<Round> {
  const startedAt = work.now();
  const lookBackTo = coverageFrom(
    target,
    shiftInstant(startedAt, -work.lookBack),
  );
  const reading = await read(target, {
    ...work,
    lookBackTo,
  });
  const { heartbeat, expects, clockSkew, retryAfter, ...broken } = reading;
  const covers = !broken.problem && hasHistory(work.collector, heartbeat);
  const complete = heartbeat?.complete === true && !broken.problem;
  const problem =
    broken.problem ??
    heartbeat?.problem ??
    writeReason(
      reason(heartbeat ? 'not-read-completely' : 'round-without-end'),
    );
  return {
    startedAt,
    finishedAt: work.now(),
    complete,
    covers,
    ...(!complete && { problem }),
    parts: heartbeat?.parts ?? [],
    ...(await reconcile(work.store, expects, {
      sourceId: target.sourceId,
      startedAt,
      covers,
      from: latest(
        target.addedAt,
        target.comparedTo ?? shiftInstant(lookBackTo, -work.tolerance),
      ),
      to: shiftInstant(startedAt, -work.tolerance),
      clockSkew: clockSkew ?? 0,
    })),
    ...(clockSkew !== undefined && { clockSkew }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Whether every part with events was read completely. */
function hasHistory(
  { history }: EvidenceCollector,
  heartbeat: CollectedDocument | undefined,
): boolean {
  const parts = heartbeat?.parts ?? [];
  const whole = parts.filter(({ complete }) => complete);
  // A missing part counts as a setting only if the round says so.
  const isExplained = heartbeat?.complete || whole.length < parts.length;
  return (
    isExplained === true &&
    history.every(name => whole.some(({ part }) => part === name))
  );
}

async function read(
  target: DueTarget,
  work: CollectorWork & { lookBackTo: Instant },
): Promise<Reading> {
  const { collector, cache, now, signal, lookBackTo } = work;
  const reading: Reading = { expects: [] };
  try {
    const { kind, uri } = target;
    const round = collector.collect(
      { kind, uri },
      { now, signal, cache, lookBackTo },
    );
    for await (const collected of untilAborted(round, signal)) {
      const { document } = collected;
      await keepCollected([document], {
        ...work,
        sourceId: target.sourceId,
        origin: 'collected',
        now: now(),
      });
      reading.expects.push(...(collected.expects ?? []));
      reading.clockSkew = collected.clockSkew ?? reading.clockSkew;
      reading.retryAfter = collected.retryAfter ?? reading.retryAfter;
      if (document.part === 'heartbeat') {
        reading.heartbeat = document;
      }
    }
  } catch (error) {
    reading.problem = error instanceof Error ? error.message : String(error);
  }
  return reading;
}

type Compared = Pick<
  Round,
  'expected' | 'received' | 'missed' | 'missedFrom' | 'comparedTo'
>;

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/**
 * How many events since the last round were received before this one. Events
 * from before this became a target are not expected; events that happened a
 * moment ago, or whose documents still wait in the queue, are not counted as
 * missed yet.
 */
async function reconcile(
  store: CollectionStore,
  expects: readonly ExpectedDelivery[],
  within: {
    sourceId: string;
    startedAt: Instant;
    /** Events that a round did not read are compared by the next one. */
    covers: boolean;
    from: Instant;
    to: Instant;
    clockSkew: number;
  },
): Promise<Compared> {
  const waiting = await store.waitingSince(within.sourceId, within.from);
  const to = waiting && waiting < within.to ? waiting : within.to;
  const due = new Map(
    expects
      .map(({ subject, at }) => ({
        subject,
        at: shiftInstant(at, -within.clockSkew),
      }))
      .filter(({ at }) => at > within.from && at <= to)
      .map(({ subject, at }) => [subjectKey(subject), at]),
  );
  const told = await store.findReportedBefore(
    [...due.keys()],
    within.startedAt,
  );
  const missed = [...due].filter(([key]) => !told.has(key));
  const [missedFrom] = missed.map(([, at]) => at).sort();
  return {
    expected: due.size,
    received: due.size - missed.length,
    missed: missed.length,
    ...(within.covers && to > within.from && { comparedTo: to }),
    ...(missedFrom && { missedFrom }),
  };
}
