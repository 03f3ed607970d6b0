import {
  type Delivery,
  JsonBody,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { headers as names } from './runtimeDefaults';

/** Headers of the sender, by their names. */
type Told = Readonly<Record<string, unknown>>;

/**
 * Puts the headers of the sender into the body. A cluster in which nothing changed
 * prints the same bytes again, and equal bytes are one document: each of its
 * readings would be read again with every later one. A body that is no JSON stays
 * as it is, and is refused for that.
 */
export function wrapReading(delivery: Delivery): Delivery {
  const { headers, body } = delivery;
  const told = Object.fromEntries(
    Object.values(names).flatMap(name =>
      headers[name] ? [[name, headers[name]]] : [],
    ),
  );
  if (Object.keys(told).length === 0 || !isJson(body)) {
    return delivery;
  }
  const start = JSON.stringify({ ...told, document: 0 }).slice(0, -2);
  return {
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => !Object.hasOwn(told, name)),
    ),
    body: Buffer.concat([
      Buffer.from(start),
      withoutMark(body),
      Buffer.from('}'),
    ]),
  };
}

/** What the sender added, and the document. */
export function unwrapReading(payload: unknown): {
  told: Told;
  document: unknown;
} {
  return typeof payload === 'object' &&
    payload !== null &&
    'document' in payload
    ? { told: payload as Told, document: payload.document }
    : { told: {}, document: payload };
}

function isJson(body: Uint8Array): boolean {
  try {
    return JsonBody.of(body).payload !== undefined;
  } catch {
    return false;
  }
}

/** A byte order mark may stand only at the beginning. */
function withoutMark(body: Uint8Array): Uint8Array {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf
    ? body.subarray(3)
    : body;
}
