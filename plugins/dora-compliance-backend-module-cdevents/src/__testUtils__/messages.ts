import { type CloudEvent, readCloudEvent } from '../cloudevents/CloudEvent';
import type { HttpMessage } from '../cloudevents/HttpMessage';
import { toStructured } from '../cloudevents/toStructured';

/** A text as the body of a message. */
export const bytes = (text: string): Uint8Array =>
  new TextEncoder().encode(text);

/** A JSON value as the body of a message of a content type. */
export const message = (contentType: string, value: unknown): HttpMessage => ({
  headers: { 'content-type': contentType },
  body: bytes(JSON.stringify(value)),
});

/** The text of a body. */
export const decodeBody = ({ body }: HttpMessage): string =>
  new TextDecoder().decode(body);

/** Percent-encoding of header values (HTTP binding of CloudEvents, 3.1.3.2). */
export const encodeHeaderValue = (text: string): string =>
  [...text]
    .map(char =>
      /[\x21\x23\x24\x26-\x7e]/.test(char)
        ? char
        : Buffer.from(char).toString('hex').toUpperCase().replace(/../g, '%$&'),
    )
    .join('');

/** A CDEvent in a CloudEvent, as the binding of CDEvents puts it. */
export function wrapped(event: {
  context: Record<string, unknown>;
  subject: { id: string };
}): Record<string, unknown> {
  const { context, subject } = event;
  return {
    specversion: '1.0',
    id: context.id,
    source: context.source,
    type: context.type,
    subject: subject.id,
    time: context.timestamp,
    datacontenttype: 'application/json',
    data: event,
  };
}

/** An event of the JSON format in binary mode. */
export function inBinaryMode(envelope: Record<string, unknown>): HttpMessage {
  const { data, data_base64: base64, datacontenttype, ...rest } = envelope;
  return {
    headers: {
      'content-type': String(datacontenttype ?? 'application/json'),
      ...Object.fromEntries(
        Object.entries(rest).map(([name, value]) => [
          `ce-${name}`,
          encodeHeaderValue(String(value)),
        ]),
      ),
    },
    body:
      typeof base64 === 'string'
        ? Uint8Array.from(Buffer.from(base64, 'base64'))
        : bytes(data === undefined ? '' : JSON.stringify(data)),
  };
}

/** An event of the JSON format in structured mode. */
export const inStructuredMode = (envelope: unknown): HttpMessage =>
  message('application/cloudevents+json', envelope);

/** Events of the JSON format as a batch. */
export const inBatch = (envelopes: unknown[]): HttpMessage =>
  message('application/cloudevents-batch+json', envelopes);

/** No CloudEvent has less. */
export const minimal = {
  specversion: '1.0',
  id: '1',
  source: '/s',
  type: 't',
};

/** The CloudEvent of a message that has one. */
export const readMessage = (received: HttpMessage): CloudEvent =>
  readCloudEvent(JSON.parse(decodeBody(toStructured(received))));
