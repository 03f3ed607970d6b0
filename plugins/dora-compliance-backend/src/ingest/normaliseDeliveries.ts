import {
  type Instant,
  isAtLeast,
  type Statement,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { QueuedDocument } from './DocumentStore';

/** A later delivery of the same bytes. */
export type LaterDelivery = {
  /** Where they are others than the first ones. */
  headers?: QueuedDocument['headers'];
  /** Where it proves something else than the first. */
  verification?: Verification;
  receivedAt: Instant;
};

/** What all deliveries of some bytes say. */
export type SaidByAll = {
  result: Normalised;
  /** By the level at which each part of it is proven. */
  parts: { verification: Verification; statements: Statement[] }[];
};

/**
 * What all deliveries of the same bytes say: the first, and those that came
 * with other headers. A delivery that can't be read takes nothing from what
 * another one told. What other headers say is proven by who sent them, and by
 * nobody else.
 */
export function normaliseDeliveries(
  queued: QueuedDocument,
  others: readonly LaterDelivery[],
  normalise: (document: QueuedDocument) => Normalised,
): SaidByAll {
  const all = [
    { document: queued, verification: provenBy(queued, others) },
    ...others.flatMap(({ headers, verification, receivedAt }) =>
      headers
        ? [
            {
              document: {
                ...queued,
                headers,
                document: { ...queued.document, receivedAt },
              },
              verification: verification ?? queued.document.verification,
            },
          ]
        : [],
    ),
  ].map(({ document, verification }) => ({
    verification,
    headers: document.headers,
    said: normalise(document),
  }));
  const parts = all.flatMap(({ verification, said }) =>
    said.outcome === 'normalised'
      ? [{ verification, statements: said.statements }]
      : [],
  );
  return { result: joined(all), parts };
}

/** The highest level that a delivery with the same headers proves. */
function provenBy(
  { document }: QueuedDocument,
  others: readonly LaterDelivery[],
): Verification {
  return others
    .flatMap(({ headers, verification }) =>
      verification && !headers ? [verification] : [],
    )
    .reduce(
      (best, level) => (isAtLeast(best, level) ? best : level),
      document.verification,
    );
}

/** One reading of the bytes, by the headers they came with. */
type Reading<T = Normalised> = { headers: QueuedDocument['headers']; said: T };

type Good = Extract<Normalised, { outcome: 'normalised' }>;

type Bad = Extract<Normalised, { outcome: 'rejected' }>;

function isGood(reading: Reading): reading is Reading<Good> {
  return reading.said.outcome === 'normalised';
}

function isBad(reading: Reading): reading is Reading<Bad> {
  return reading.said.outcome === 'rejected';
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
    ({ said }) => said.statements.length > 0 && !said.flaws?.length,
  );
  const flaws = new Set([
    ...good
      .filter(({ said }) => !isWhole || said.statements.length > 0)
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
  return Object.entries(one.headers).every(
    ([name, value]) => value === undefined || other.headers[name] === value,
  );
}
