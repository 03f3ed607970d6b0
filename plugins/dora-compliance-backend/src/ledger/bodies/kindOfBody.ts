import type { ReceivedDocument } from '../ReceivedDocument';

/** How much of a body is searched. */
const HEAD = 512;

/** Field names by which CI systems name the kind of a payload. */
const KIND =
  /"(?:eventType|event_type|event_name|object_kind|kind|type|event)"\s*:\s*"([\w.:-]{1,64})"/;

/** Characters that a database may reject or change. */
const UNSTORABLE = /[^ -~]/g;

/** Headers of the same purpose. */
const KIND_HEADER = /^(?:x-[a-z-]+-event|ce-type)$/;

/**
 * A name that payloads of the same shape share. It only decides which of them
 * are compressed with the same dictionary.
 */
export function kindOfBody({
  document,
  headers,
  body,
}: Pick<ReceivedDocument, 'document' | 'headers' | 'body'>): string {
  const told = Object.entries(headers).find(([name]) => KIND_HEADER.test(name));
  const kind = told?.[1] ?? kindIn(body) ?? '';
  const name = kind.slice(0, 64).replace(UNSTORABLE, '?');
  return `${document.origin} ${name}`.trimEnd();
}

function kindIn(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .subarray(0, HEAD)
    .toString('latin1');
  return KIND.exec(head)?.[1];
}
