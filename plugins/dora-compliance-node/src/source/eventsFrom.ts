import type { Delivery, EvidenceSource } from './EvidenceSource';

/**
 * Feeds a source from a topic of Backstage's events service. The payload is the
 * body and the metadata are the headers. The receiver of the events checks
 * their sender, which we cannot see: such deliveries are unverified.
 *
 * @param prepare - changes a delivery, e.g. removes headers that nobody proved
 * @public
 */
export function eventsFrom(
  topic: string,
  prepare: (delivery: Delivery, payload: unknown) => Delivery = same,
): NonNullable<EvidenceSource['events']> {
  return {
    topics: [topic],
    verification: 'unverified',
    toDelivery: ({ eventPayload, metadata = {} }) =>
      prepare(
        {
          headers: lowerCased(metadata),
          body: new TextEncoder().encode(JSON.stringify(eventPayload)),
        },
        eventPayload,
      ),
  };
}

function same(delivery: Delivery): Delivery {
  return delivery;
}

function lowerCased(
  metadata: Record<string, string | string[] | undefined>,
): Delivery['headers'] {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}
