import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { jsonDepth } from './jsonDepth';

/** Deeper nesting than this has no payload of any CI system. */
export const MAX_DEPTH = 100;

/** Why bytes are turned away before anything is made of them. */
export function jsonFault(body: Uint8Array): ErrorCode | undefined {
  try {
    const text = textOf(body);
    if (jsonDepth(text, MAX_DEPTH) > MAX_DEPTH) {
      return 'body-too-deep';
    }
    JSON.parse(text);
    return undefined;
  } catch {
    return 'body-not-json';
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as text: UTF-8 or nothing; a byte order mark is no part of it. */
export function textOf(body: Uint8Array): string {
  return utf8.decode(body);
}
