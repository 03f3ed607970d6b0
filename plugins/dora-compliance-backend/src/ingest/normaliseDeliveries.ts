import {
  type DeliveryProof,
  type Instant,
  isAtLeast,
  isProven,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { QueuedDocument } from './DocumentStore';
import { markLate, type ProvenStatements } from './markLate';
import type { Proven } from './receiveDelivery';

/** A later delivery of the same bytes. */
export type LaterDelivery = {
  /** Where they are others than the first ones. */
  headers?: QueuedDocument['headers'];
  /** Where it proves something else than the first. */
  verification?: Verification;
  /** How; as the first where absent. */
  proof?: DeliveryProof;
  receivedAt: Instant;
};

/** What all deliveries of some bytes say. */
export type SaidByAll = {
  result: Normalised;
  /** By how far each part of it is proven. */
  parts: ProvenStatements[];
};

/**
 * What all deliveries of the same bytes say: the first, and those that came
 * with other headers. A delivery that can't be read takes nothing from what
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
  queued: QueuedDocument,
  others: readonly LaterDelivery[],
  normalise: (document: QueuedDocument) => Normalised,
  lateAfter?: number,
): SaidByAll {
  const readings = deliveriesOf(queued, others).map(document => ({
    document,
    said: normalise(document),
  }));
  const selected = selectReadings(readings);
  const parts = selected.flatMap(({ said, document: { document } }) =>
    said.outcome === 'normalised'
      ? markLate(document, said.statements, lateAfter)
      : [],
  );
  return { result: joined(selected), parts };
}

/** The bytes as each delivery with headers of its own brought them. */
function deliveriesOf(
  queued: QueuedDocument,
  others: readonly LaterDelivery[],
): QueuedDocument[] {
  const { document } = queued;
  return [
    { ...queued, document: { ...document, ...provenBy(document, others) } },
    ...others.flatMap(other => {
      const { headers, receivedAt } = other;
      const { verification, proof } = { ...document, ...other };
      const when = isProven('deliveryId', proof) ? { receivedAt } : {};
      return headers
        ? [
            {
              ...queued,
              headers,
              document: { ...document, verification, proof, ...when },
            },
          ]
        : [];
    }),
  ];
}

/** The most that a delivery with the same headers proves. */
function provenBy(document: Proven, others: readonly LaterDelivery[]): Proven {
  let best: Proven = {
    verification: document.verification,
    proof: document.proof,
  };
  for (const { headers, verification, proof } of others) {
    if (
      !headers &&
      verification &&
      !isAtLeast(best.verification, verification)
    ) {
      best = { verification, proof: proof ?? document.proof };
    }
  }
  return best;
}

/** One reading of the bytes, by the headers they came with. */
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
  const first = readings
    .filter(hasStatements)
    .reduce<Reading | undefined>(
      (best, one) => (best && !provesMore(one, best) ? best : one),
      undefined,
    );
  return first ? [first] : readings;
}

function provesMore(one: Reading, other: Reading): boolean {
  return !isAtLeast(
    other.document.document.verification,
    one.document.document.verification,
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
