import { readAttributes } from './attributes';
import {
  listAttributeHeaders,
  detectContentMode,
  STRUCTURED_TYPE,
} from './contentMode';
import { decodeHeaderValue } from './decodeHeaderValue';
import type { HttpMessage } from './HttpMessage';
import { isJsonType, requireUtf8 } from './mediaType';

/**
 * Turns a message in binary mode into the same event in structured mode, so
 * that its bytes say all there is to say. JSON data stands in it as it came,
 * letter by letter; any other data as base64. Messages of other modes stay as
 * they are. Throws on what is no event, naming the attribute.
 */
export function toStructured(message: HttpMessage): HttpMessage {
  if (detectContentMode(message) !== 'binary') {
    return message;
  }
  const { 'content-type': contentType, ...headers } = message.headers;
  const envelope = JSON.stringify(collectAttributes(message));
  return {
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).filter(([name]) => !name.startsWith('ce-')),
      ),
      'content-type': STRUCTURED_TYPE,
    },
    body: new TextEncoder().encode(
      `${envelope.slice(0, -1)}${dataMember(message.body, contentType)}}`,
    ),
  };
}

function collectAttributes({ headers }: HttpMessage) {
  const given = listAttributeHeaders(headers);
  if (given.some(([name]) => name === 'datacontenttype')) {
    throw new TypeError('datacontenttype belongs in content-type');
  }
  return readAttributes([
    ...given.map(([name, value]) => [name, decoded(name, value)] as const),
    ['datacontenttype', headers['content-type']],
  ]);
}

function decoded(name: string, value: string): string {
  try {
    return decodeHeaderValue(value);
  } catch {
    throw new TypeError(`${name} encodes bytes that are no UTF-8`);
  }
}

/** The member of the envelope that holds the data, with the comma before it. */
function dataMember(body: Uint8Array, contentType = 'application/json') {
  if (body.byteLength === 0) {
    return '';
  }
  if (!isJsonType(contentType)) {
    return `,"data_base64":"${Buffer.from(body).toString('base64')}"`;
  }
  requireUtf8(contentType);
  // Parsing and printing again would lose digits, and names given twice.
  const json = new TextDecoder('utf-8', { fatal: true }).decode(body);
  JSON.parse(json);
  return `,"data":${json}`;
}
