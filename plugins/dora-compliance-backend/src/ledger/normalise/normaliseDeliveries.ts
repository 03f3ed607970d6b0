import { isDeepStrictEqual } from 'node:util';
import {
  type Instant,
  isProven,
  type SourceDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceSource,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type {
  ClaimedDocument,
  LaterDelivery,
  NormalisedDeliveries,
} from '../ClaimedDocument';
import type { QueuedDocument } from '../ReceivedDocument';
import { scopeIn, withoutScope } from '../receive/deliveryScope';
import { markLate } from './markLate';
import { normaliseDocument } from './normaliseDocument';
import { provesMore } from '../receive/provesMore';
import type { Proven } from '../receive/receiveDelivery';

/** The outcome of a document that somebody edited in the database. */
const ALTERED: Normalised = {
  outcome: 'rejected',
  reason:
    'The bytes of the document no longer match its digest: they were changed in the database',
};

/**
 * Combines what all deliveries of the same bytes say: the first, and those with
 * other headers or to another source. Each is read by the source that accepted
 * it. A delivery that can't be read does not affect the statements of others.
 * Statements that depend on other headers have the verification level of the
 * delivery with these headers.
 *
 * If the proof of a delivery covers its id, it counts on its own: it reports
 * something that happened again. Of all other deliveries one counts, at the
 * time the bytes were first received: whoever captured a signed body can send
 * it again under any id and event.
 *
 * @param lateAfter - a longer time between event and delivery, in milliseconds,
 * makes evidence late
 */
export function normaliseDeliveries(
  sources: ReadonlyMap<string, EvidenceSource>,
  claimed: ClaimedDocument,
  lateAfter: number,
): NormalisedDeliveries {
  if (claimed.isAltered) {
    return { result: ALTERED, parts: [] };
  }
  const readings = listDeliveries(claimed).map(document => ({
    document,
    said: normaliseDocument(sources, document),
  }));
  return joinReadings(readings, lateAfter);
}

/** What all readings of the same bytes say together. */
export function joinReadings(
  readings: readonly Reading[],
  lateAfter: number,
): NormalisedDeliveries {
  const selected = selectReadings(readings);
  const parts = selected.flatMap(({ said, document: { document } }) =>
    said.outcome === 'normalised'
      ? markLate(document, said.statements, lateAfter)
      : [],
  );
  return { result: joined(selected), parts };
}

/** The document, once for each delivery with its own headers. */
export function listDeliveries({
  queued,
  later: others,
}: Pick<ClaimedDocument, 'queued' | 'later'>): QueuedDocument[] {
  const { document } = queued;
  return [
    { ...queued, document: { ...document, ...provenBy(document, others) } },
    ...others.flatMap(other => {
      const { headers } = other;
      return headers
        ? [{ ...queued, headers, document: broughtBy(other, document, others) }]
        : [];
    }),
  ];
}

/** The document with the headers of a later delivery. */
function broughtBy(
  other: LaterDelivery,
  document: SourceDocument,
  others: readonly LaterDelivery[],
): SourceDocument {
  const { sourceId, verification, proof } = { ...document, ...other };
  const when = isProven('deliveryId', proof)
    ? { receivedAt: findFirstReceipt(other, others) }
    : {};
  // Without a proof of its own, it has the proof of the first one.
  const isPushed = other.proof !== undefined && other.proof !== 'read';
  const origin = isPushed ? 'pushed' : document.origin;
  return { ...document, sourceId, verification, proof, origin, ...when };
}

/**
 * When a delivery was first received: senders with other scopes may have sent
 * it under the same id.
 */
function findFirstReceipt(
  { sourceId, senderId, receivedAt }: LaterDelivery,
  others: readonly LaterDelivery[],
): Instant {
  return others
    .filter(
      other =>
        senderId !== undefined &&
        other.senderId === senderId &&
        other.sourceId === sourceId,
    )
    .reduce(
      (first, other) => (other.receivedAt < first ? other.receivedAt : first),
      receivedAt,
    );
}

/** The highest level of a delivery with the same headers. */
function provenBy(document: Proven, others: readonly LaterDelivery[]): Proven {
  let best: Proven = {
    verification: document.verification,
    proof: document.proof,
  };
  for (const { headers, verification, proof } of others) {
    const proven = verification && { verification, proof: proof ?? best.proof };
    if (!headers && proven && provesMore(proven, best)) {
      best = proven;
    }
  }
  return best;
}

/** One reading of the bytes, with the headers of one delivery. */
type Reading<T = Normalised> = { document: QueuedDocument; said: T };

type Good = Extract<Normalised, { outcome: 'normalised' }>;

type Bad = Extract<Normalised, { outcome: 'rejected' }>;

function isGood(reading: Reading): reading is Reading<Good> {
  return reading.said.outcome === 'normalised';
}

function isBad(reading: Reading): reading is Reading<Bad> {
  return reading.said.outcome === 'rejected';
}

function hasStatements(reading: Reading): boolean {
  return isGood(reading) && reading.said.statements.length > 0;
}

/** The readings that count; all of them if none says anything. */
function selectReadings(readings: readonly Reading[]): readonly Reading[] {
  const distinct = readings.filter(
    ({
      document: {
        document: { proof },
      },
    }) => isProven('deliveryId', proof),
  );
  if (distinct.some(hasStatements)) {
    return distinct;
  }
  const telling = readings.filter(hasStatements);
  const first = telling.reduce<Reading | undefined>(
    (best, one) => (best && !isBetter(one, best) ? best : one),
    undefined,
  );
  return first ? telling.filter(one => isPartOf(one, first)) : readings;
}

/** Whether a reading has a higher level, or the same level without a scope. */
function isBetter({ document: one }: Reading, { document: best }: Reading) {
  return (
    provesMore(one.document, best.document) ||
    (!provesMore(best.document, one.document) &&
      scopeIn(best.headers) !== undefined &&
      scopeIn(one.headers) === undefined)
  );
}

/** Readings of two scopes each return a part of what the bytes say. */
function isPartOf(one: Reading, best: Reading): boolean {
  const { headers, document } = best.document;
  return (
    one === best ||
    (scopeIn(headers) !== undefined &&
      scopeIn(one.document.headers) !== undefined &&
      one.document.document.sourceId === document.sourceId &&
      one.document.document.verification === document.verification &&
      isDeepStrictEqual(
        withoutScope(one.document.headers),
        withoutScope(headers),
      ))
  );
}

/**
 * Headers name the event of the bytes, which are about one event. If one
 * reading was complete, incomplete readings under another name or none only
 * show that the name was wrong. The same holds for a reading that knew less
 * than a complete one.
 */
function joined(all: readonly Reading[]): Normalised {
  const good = all.filter(isGood);
  const bad = all.filter(isBad);
  const [worst] = bad;
  if (good.length === 0 && worst) {
    return worst.said;
  }
  const isWhole = good.some(
    one => hasStatements(one) && !one.said.flaws?.length,
  );
  const flaws = new Set([
    ...good
      .filter(one => !isWhole || hasStatements(one))
      .flatMap(({ said }) => said.flaws ?? []),
    ...bad
      .filter(one => !isWhole && !good.some(other => tellsLess(one, other)))
      .map(({ said }) => said.reason),
  ]);
  return {
    outcome: 'normalised',
    statements: good.flatMap(({ said }) => said.statements),
    ...(flaws.size > 0 && { flaws: [...flaws] }),
  };
}

/** Whether all headers of one reading have the same values in another. */
function tellsLess(one: Reading, other: Reading): boolean {
  return Object.entries(one.document.headers).every(
    ([name, value]) =>
      value === undefined || other.document.headers[name] === value,
  );
}
