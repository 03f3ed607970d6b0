import type { HttpMessage } from './HttpMessage';
import { bareMediaType, requireUtf8 } from './mediaType';

/** How an HTTP message carries events. */
export type ContentMode = 'binary' | 'structured' | 'batch';

/** The event format of a structured message. */
export const STRUCTURED_TYPE = 'application/cloudevents+json';

/** The event format of a batch. */
export const BATCH_TYPE = 'application/cloudevents-batch+json';

/**
 * How a message carries events (HTTP binding of CloudEvents, 3); undefined
 * when it carries none. Throws on an event format other than JSON.
 */
export function detectContentMode({
  headers,
}: HttpMessage): ContentMode | undefined {
  const contentType = headers['content-type'] ?? '';
  const type = bareMediaType(contentType);
  if (!type.startsWith('application/cloudevents')) {
    return listAttributeHeaders(headers).length > 0 ? 'binary' : undefined;
  }
  if (type !== STRUCTURED_TYPE && type !== BATCH_TYPE) {
    throw new TypeError(`the event format ${type} can't be read`);
  }
  requireUtf8(contentType);
  return type === BATCH_TYPE ? 'batch' : 'structured';
}

/** Names of attributes and the headers they stand in. */
export function listAttributeHeaders(
  headers: HttpMessage['headers'],
): [name: string, value: string][] {
  return Object.entries(headers).flatMap(([header, value]) =>
    header.startsWith('ce-') && value !== undefined
      ? [[header.slice('ce-'.length), value] as [string, string]]
      : [],
  );
}
