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
 * with other headers. When some can't be read, that is a flaw of the rest.
 * What other headers say is proven by who sent them, and by nobody else.
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
    said: normalise(document),
  }));
  const parts = all.flatMap(({ verification, said }) =>
    said.outcome === 'normalised'
      ? [{ verification, statements: said.statements }]
      : [],
  );
  return { result: joined(all.map(({ said }) => said)), parts };
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

function joined(all: readonly Normalised[]): Normalised {
  const good = all.flatMap(one => (one.outcome === 'normalised' ? [one] : []));
  const bad = all.flatMap(one => (one.outcome === 'rejected' ? [one] : []));
  const [worst] = bad;
  if (good.length === 0 && worst) {
    return worst;
  }
  const flaws = new Set([
    ...good.flatMap(one => one.flaws ?? []),
    ...bad.map(one => one.reason),
  ]);
  return {
    outcome: 'normalised',
    statements: good.flatMap(one => one.statements),
    ...(flaws.size > 0 && { flaws: [...flaws] }),
  };
}
