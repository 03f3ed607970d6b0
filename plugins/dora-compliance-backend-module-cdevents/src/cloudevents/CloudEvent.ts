import { type Attributes, readAttributes } from './attributes';
import { isJsonType } from './mediaType';

/** An event (CloudEvents 1.0.2). */
export type CloudEvent = {
  readonly attributes: Attributes;
  /** A JSON value, or the text of data of another type. */
  readonly data?: unknown;
  /** The data as bytes, where it came as `data_base64`. */
  readonly bytes?: Uint8Array;
};

/** Groups of four, the last one padded (RFC 4648, 4). */
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads an event of the JSON format. Throws, naming the member that breaks a
 * rule.
 */
export function readCloudEvent(value: unknown): CloudEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('a CloudEvent must be an object');
  }
  const {
    data,
    data_base64: base64,
    ...rest
  } = value as Record<string, unknown>;
  const attributes = readAttributes(Object.entries(rest));
  const isBinary = base64 !== undefined && base64 !== null;
  if (isBinary && data !== undefined) {
    throw new TypeError('data and data_base64 exclude each other');
  }
  if (!isBinary) {
    return data === undefined ? { attributes } : { attributes, data };
  }
  if (typeof base64 !== 'string' || !BASE64.test(base64)) {
    throw new TypeError('data_base64 must be base64');
  }
  return {
    attributes,
    bytes: Uint8Array.from(Buffer.from(base64, 'base64')),
  };
}

/** The data of an event as a JSON value. Throws when it is none. */
export function readJsonData({ attributes, data, bytes }: CloudEvent): unknown {
  const type = String(attributes.datacontenttype ?? 'application/json');
  if (!isJsonType(type)) {
    throw new TypeError(`data must be JSON, not ${type}`);
  }
  if (bytes) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text);
  }
  if (data === undefined) {
    throw new TypeError('data missing');
  }
  return data;
}
