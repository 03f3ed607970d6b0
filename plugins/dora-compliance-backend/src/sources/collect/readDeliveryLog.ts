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
import { sourceDefaults } from '../sourceDefaults';

/** What reading a delivery log needs. */
type LogReadWork = {
  store: LogReadStore;
  source: EvidenceSource;
  log: DeliveryLog;
  /** The address that receives the deliveries of the source. */
  address: string;
  documents: DocumentStore;
  redaction: RedactionScope;
  now: () => Instant;
  signal: AbortSignal;
  /** Called with the delay in milliseconds if the source limits requests. */
  onLimit: (wait: number) => void;
};

/**
 * Reads missed deliveries from the delivery log of a CI system and stores them
 * as if they had arrived. If the log is complete for a target, the time from
 * the start of the gap until the start of the reading is covered; not if a
 * delivery can't be stored, as its content is unknown. Storing the same
 * delivery twice changes nothing, so a log may be read again after a restart.
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
  const isOver =
    problem === undefined ||
    isLasting ||
    attempts >= sourceDefaults.logAttempts;
  const pause = Math.max(
    retryAfter ?? 0,
    sourceDefaults.firstPause * 2 ** (attempts - 1),
  );
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
  /** Whether a retry is useless. */
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
      // First the missed deliveries, then the fact that there were no others.
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

/** The result of a reading so far. */
type Reading = {
  found: Found;
  problems: Set<string>;
  answers: DeliveryLogAnswer[];
  /** Whether a delivery could not be stored. */
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
      // The next attempt would have the same result, so this is no reason for a
      // retry.
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

/** The backend polled the source itself. */
const READ_BY_US = { verification: 'authenticated', proof: 'read' } as const;

/**
 * Stores a delivery that would have been accepted. The backend polled the
 * source for it, so the sender is authenticated. Returns why it can't be
 * stored.
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
