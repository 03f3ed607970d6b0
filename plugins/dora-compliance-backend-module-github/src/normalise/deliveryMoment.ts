import {
  type Instant,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const TIME_BASED =
  /^([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** From 15 October 1582 to 1 January 1970, in steps of 100 nanoseconds. */
const EPOCH = 0x01b21dd213814000n;

/**
 * When an event happened, from the id GitHub gives its deliveries: a UUID of
 * version 1, which holds the time it was made at (RFC 9562 5.1). All
 * deliveries of an event and all redeliveries have the same. Undefined for
 * any other id.
 */
export function momentOfDelivery(id: string | undefined): Instant | undefined {
  const [, low, middle, high] = TIME_BASED.exec(id ?? '') ?? [];
  if (!low) {
    return undefined;
  }
  const milliseconds = (BigInt(`0x${high}${middle}${low}`) - EPOCH) / 10_000n;
  return parseInstant(Number(milliseconds) / 1000);
}
