import type {
  Instant,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { QueuedDocument } from './DocumentStore';

/** A later delivery of the same bytes. */
export type LaterDelivery = {
  /** Where they are others than the first ones. */
  headers?: QueuedDocument['headers'];
  /** Where it proves more. */
  verification?: Verification;
  receivedAt: Instant;
};

/**
 * What all deliveries of the same bytes say: the first, and those that came
 * with other headers. When some can't be read, that is a flaw of the rest.
 */
export function normaliseDeliveries(
  queued: QueuedDocument,
  others: readonly LaterDelivery[],
  normalise: (document: QueuedDocument) => Normalised,
): Normalised {
  const all = [
    queued,
    ...others.flatMap(({ headers, receivedAt }) =>
      headers
        ? [
            {
              ...queued,
              headers,
              document: { ...queued.document, receivedAt },
            },
          ]
        : [],
    ),
  ].map(normalise);
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
