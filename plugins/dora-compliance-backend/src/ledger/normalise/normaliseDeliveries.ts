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

/** What becomes of a document that somebody edited in the database. */
const ALTERED: Normalised = {
  outcome: 'rejected',
  reason:
    'The bytes of the document no longer match its digest: they were changed in the database',
};

/**
 * What all deliveries of the same bytes say: the first, and those that came
 * with other headers or to another source. Each is read by the source that
 * accepted it. A delivery that can't be read takes nothing from what
 * another one told. What other headers say is proven by who sent them, and by
 * nobody else.
 *
 * Deliveries whose proof covers their id each count: they tell of something
 * that happened again. Of all others one counts, at the time the bytes came
 * first: whoever captured a signed body can send it again under any id and
 * any event.
 *
 * @param lateAfter - what is told longer after it happened is late, in
 * milliseconds
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

/** The bytes as each delivery with headers of its own brought them. */
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

/** The document as a later delivery with headers of its own brought it. */
function broughtBy(
  other: LaterDelivery,
  document: SourceDocument,
  others: readonly LaterDelivery[],
): SourceDocument {
  const { sourceId, verification, proof } = { ...document, ...other };
  const when = isProven('deliveryId', proof)
    ? { receivedAt: findFirstReceipt(other, others) }
    : {};
  // Without a proof of its own, nothing else is known than of the first one.
  const isPushed = other.proof !== undefined && other.proof !== 'read';
  const origin = isPushed ? 'pushed' : document.origin;
  return { ...document, sourceId, verification, proof, origin, ...when };
}

/**
 * When a delivery first came: senders of other scopes may have sent it, under
 * the same id.
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

/** The most that a delivery with the same headers proves. */
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

/** One reading of the bytes, by the headers they came with. */
export type Reading<T = Normalised> = { document: QueuedDocument; said: T };

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

/** The readings that count; all of them where none says anything. */
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

/** Whether a reading proves more, or as much without the limits of a scope. */
function isBetter({ document: one }: Reading, { document: best }: Reading) {
  return (
    provesMore(one.document, best.document) ||
    (!provesMore(best.document, one.document) &&
      scopeIn(best.headers) !== undefined &&
      scopeIn(one.headers) === undefined)
  );
}

/** Readings of two scopes each tell a part of what the bytes say. */
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
 * Headers name the event that the bytes are; they hold one. When one reading
 * was whole, readings under another name or none show only that the name was
 * wrong. So does a reading that knew less than a good one.
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

/** Whether all that the headers of one reading tell those of another do. */
function tellsLess(one: Reading, other: Reading): boolean {
  return Object.entries(one.document.headers).every(
    ([name, value]) =>
      value === undefined || other.document.headers[name] === value,
  );
}
