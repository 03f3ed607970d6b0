import type { Delivery } from '../source/EvidenceSource';

/**
 * The delivery that a log shows: the headers that are text, and the payload as
 * JSON. A form, if it was one, is a document by then.
 *
 * @public
 */
export function loggedDelivery(
  headers: Readonly<Record<string, unknown>>,
  payload: unknown,
): Delivery {
  const texts = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
  );
  return {
    headers: {
      ...Object.fromEntries(texts),
      'content-type': 'application/json',
    },
    body: new TextEncoder().encode(JSON.stringify(payload)),
  };
}

/**
 * Whether two addresses are the same, however their host and their end are
 * written.
 *
 * @public
 */
export function isSameAddress(one: string | undefined, other: string): boolean {
  const [a, b] = [one, other].map(normalised);
  return a !== undefined && a === b;
}

function normalised(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) {
    return undefined;
  }
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/(?<!\/)\/+$/, '')}`;
}
