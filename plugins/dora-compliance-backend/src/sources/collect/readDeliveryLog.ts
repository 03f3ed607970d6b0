import {
  type ErrorCode,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Delivery,
  DeliveryLog,
  DeliveryLogAnswer,
  DeliveryLogStep,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { deliveryFault } from '../../ledger/receive/deliveryFault';
import type { DocumentStore } from '../../ledger/DocumentStore';
import { keepDelivery } from '../../ledger/receive/receiveDelivery';
import type { RedactionScope } from '../../ledger/redact/redact';
import { RedactionTooCostly } from '../../ledger/redact/RedactionWork';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { DueLogRead, LogReadStore } from './LogReadStore';
import { untilAborted } from './untilAborted';

/** After so many attempts a log that does not answer is left alone. */
const ATTEMPTS = 6;

/** The first pause in milliseconds; each is twice the one before. */
const PAUSE = 60_000;

/** What reading a delivery log takes. */
export type LogReadWork = {
  store: LogReadStore;
  source: EvidenceSource;
  log: DeliveryLog;
  /** Where deliveries of the source are received. */
  address: string;
  documents: DocumentStore;
  redaction: RedactionScope;
  now: () => Instant;
  signal: AbortSignal;
  /** Told for how long the source asks to be left alone, in milliseconds. */
  onLimit: (wait: number) => void;
};

/**
 * Reads the deliveries we missed from the log of a CI system and keeps them
 * as if they had arrived. Where the log answers for a target, the time from
 * the begin of the gap until the reading began is covered; but nothing is while
 * a delivery can't be kept, as nobody knows what it tells. Keeping the same
 * delivery twice changes nothing, so it may be read again after a stop.
 */
export async function readDeliveryLog(
  due: DueLogRead,
  work: LogReadWork,
): Promise<{ fetched: number; problem?: string }> {
  const { store, log, now } = work;
  const startedAt = now();
  const reach = shiftInstant(startedAt, -log.keptFor);
  const from = due.since > reach ? due.since : reach;
  const found = await readSteps(due.sourceId, { ...work, from, startedAt });
  const { fetched, problem, isLasting, retryAfter } = found;
  if (retryAfter !== undefined) {
    work.onLimit(retryAfter);
  }
  const attempts = due.attempts + (retryAfter === undefined ? 1 : 0);
  const isOver = problem === undefined || isLasting || attempts >= ATTEMPTS;
  const pause = Math.max(retryAfter ?? 0, PAUSE * 2 ** (attempts - 1));
  await store.end(due.id, {
    fetched,
    ...(problem !== undefined && { problem }),
    ...(!isOver && { nextAt: shiftInstant(now(), pause) }),
    attempts,
    now: now(),
  });
  return { fetched, ...(problem !== undefined && { problem }) };
}

type Found = {
  fetched: number;
  problem?: string;
  /** Whether it is not worth reading again. */
  isLasting: boolean;
  retryAfter?: number;
};

async function readSteps(
  sourceId: string,
  work: LogReadWork & { from: Instant; startedAt: Instant },
): Promise<Found> {
  const { store, log, address, from, now, signal } = work;
  const found: Found = { fetched: 0, isLasting: true };
  const reading: Reading = { found, problems: new Set(), answers: [] };
  try {
    try {
      const steps = log.read({
        targets: await store.listTargets(sourceId),
        since: from,
        address,
        kept: ids => store.kept(sourceId, ids),
        now,
        signal,
      });
      for await (const step of untilAborted(steps, signal)) {
        await takeStep(step, reading, work);
      }
    } finally {
      // First what was missed, then that nothing else was.
      await recordAnswers(sourceId, reading, work);
    }
  } catch (error) {
    found.isLasting = false;
    reading.problems.add(
      error instanceof Error ? error.message : String(error),
    );
  }
  const { size } = reading.problems;
  const [first] = reading.problems;
  return {
    ...found,
    ...(first !== undefined && {
      problem:
        size > 1
          ? `${first}\n${writeReason(
              reason('more-problems', { count: size - 1 }),
            )}`
          : first,
    }),
  };
}

/** What a reading came to so far. */
type Reading = {
  found: Found;
  problems: Set<string>;
  answers: DeliveryLogAnswer[];
  /** Whether a delivery could not be kept. */
  isFlawed?: boolean;
};

async function takeStep(
  { deliveries, answers, retryAfter }: DeliveryLogStep,
  reading: Reading,
  work: LogReadWork,
): Promise<void> {
  const { found, problems } = reading;
  for (const delivery of deliveries) {
    const fault = await keep(delivery, work);
    if (fault === undefined) {
      found.fetched += 1;
    } else {
      // It is the same the next time, so it is no reason for a retry.
      problems.add(fault);
      reading.isFlawed = true;
    }
  }
  reading.answers.push(...answers);
  answers.forEach(({ complete, problem, lasting = false }) => {
    if (!complete) {
      problems.add(problem ?? writeReason(reason('delivery-log-incomplete')));
      found.isLasting &&= lasting;
    }
  });
  if (retryAfter !== undefined) {
    found.retryAfter = Math.max(retryAfter, found.retryAfter ?? 0);
  }
}

async function recordAnswers(
  sourceId: string,
  { answers, isFlawed = false }: Reading,
  work: LogReadWork & { from: Instant; startedAt: Instant },
) {
  const time = { from: work.from, to: work.startedAt };
  for (const { target, complete } of answers) {
    if (complete && !isFlawed) {
      await work.store.cover({ sourceId, target }, time, work.now());
    }
  }
}

/** We asked the source for it ourselves. */
const READ_BY_US = { verification: 'authenticated', proof: 'read' } as const;

/**
 * Keeps what would have been accepted had it arrived. We asked the source for
 * it ourselves, so the sender is authenticated. Answers why it can't be kept.
 */
async function keep(
  delivery: Delivery,
  work: LogReadWork,
): Promise<string | undefined> {
  const { source, documents, redaction, now } = work;
  const prepared = source.prepare?.(delivery) ?? delivery;
  const id = source.deliveryId(prepared);
  const fault = deliveryFault(prepared.body);
  if (fault) {
    return refused(id, fault);
  }
  try {
    await keepDelivery(source, prepared, READ_BY_US, {
      store: documents,
      redaction,
      now: now(),
      origin: 'fetched',
    });
  } catch (error) {
    if (error instanceof RedactionTooCostly) {
      return refused(id, 'body-too-costly');
    }
    throw error;
  }
  return undefined;
}

function refused(id: string | undefined, error: ErrorCode): string {
  return writeReason(reason('delivery-refused', { delivery: id ?? '', error }));
}
