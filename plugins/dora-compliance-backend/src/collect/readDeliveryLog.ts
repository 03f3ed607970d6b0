import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Delivery,
  DeliveryLog,
  DeliveryLogAnswer,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../ingest/DocumentStore';
import { jsonFault } from '../ingest/json/jsonFault';
import { keepDelivery } from '../ingest/receiveDelivery';
import type { RedactionScope } from '../ingest/redact/redact';
import { later } from '../worker/later';
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
 * the begin of the gap until the reading began is covered. Keeping the same
 * delivery twice changes nothing, so it may be read again after a stop.
 */
export async function readDeliveryLog(
  due: DueLogRead,
  work: LogReadWork,
): Promise<{ fetched: number; problem?: string }> {
  const { store, log, now } = work;
  const startedAt = now();
  const reach = later(startedAt, -log.keptFor);
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
    ...(!isOver && { nextAt: later(now(), pause) }),
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
  const problems = new Set<string>();
  try {
    const steps = log.read({
      targets: await store.targetsOf(sourceId),
      since: from,
      address,
      kept: ids => store.kept(sourceId, ids),
      now,
      signal,
    });
    for await (const step of untilAborted(steps, signal)) {
      for (const delivery of step.deliveries) {
        found.fetched += await keep(delivery, work);
      }
      // First what was missed, then that nothing else was.
      await noteAnswers(sourceId, step.answers, work);
      step.answers.forEach(({ complete, problem, lasting = false }) => {
        if (!complete) {
          problems.add(problem ?? 'The log could not be read completely');
          found.isLasting &&= lasting;
        }
      });
      if (step.retryAfter !== undefined) {
        found.retryAfter = Math.max(step.retryAfter, found.retryAfter ?? 0);
      }
    }
  } catch (error) {
    found.isLasting = false;
    problems.add(error instanceof Error ? error.message : String(error));
  }
  const [first] = problems;
  return {
    ...found,
    ...(first !== undefined && {
      problem:
        problems.size > 1 ? `${first}; and ${problems.size - 1} more` : first,
    }),
  };
}

async function noteAnswers(
  sourceId: string,
  answers: readonly DeliveryLogAnswer[],
  work: LogReadWork & { from: Instant; startedAt: Instant },
) {
  const time = { from: work.from, to: work.startedAt };
  for (const { target, complete } of answers) {
    if (complete) {
      await work.store.cover({ sourceId, target }, time, work.now());
    }
  }
}

/**
 * Keeps what the door would have taken. We asked the source for it ourselves,
 * so who sent it is authenticated. Answers how many were kept.
 */
async function keep(delivery: Delivery, work: LogReadWork): Promise<number> {
  const { source, documents, redaction, now } = work;
  const prepared = source.prepare?.(delivery) ?? delivery;
  if (jsonFault(prepared.body)) {
    return 0;
  }
  await keepDelivery(source, prepared, 'authenticated', {
    store: documents,
    redaction,
    now: now(),
    origin: 'fetched',
  });
  return 1;
}
