import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { MAX_BODY_SIZE } from './deliveryFault';
import { MAX_DEPTH } from '../json/jsonFault';

/** The least number of bytes for brackets, a comma or a colon. */
const SIGN = 1;

/**
 * Why a value can't be stored, found before it is written as JSON: the text of
 * a small value can be endless, as parts of it may be shared. This counts the
 * least number of bytes, so `deliveryFault` still has to check the text itself.
 * It does not recurse and stops at the limit.
 */
export function payloadFault(payload: unknown): ErrorCode | undefined {
  const open: { value: unknown; depth: number }[] = [
    { value: payload, depth: 1 },
  ];
  let size = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    size += estimateSize(value);
    if (size > MAX_BODY_SIZE) {
      return 'body-too-large';
    }
    if (typeof value !== 'object' || value === null || isWritable(value)) {
      continue;
    }
    if (depth > MAX_DEPTH) {
      return 'body-too-deep';
    }
    const names = Array.isArray(value) ? [] : Object.keys(value);
    for (const name of names) {
      size += name.length;
    }
    // Counted before they are put on the stack.
    const parts: unknown[] = Array.isArray(value)
      ? value
      : names.map(name => (value as Record<string, unknown>)[name]);
    if (size + parts.length * SIGN > MAX_BODY_SIZE) {
      return 'body-too-large';
    }
    for (const part of parts) {
      open.push({ value: part, depth: depth + 1 });
    }
  }
  return undefined;
}

/** The least number of bytes of a value without its parts. */
function estimateSize(value: unknown): number {
  if (typeof value === 'string') {
    return value.length + SIGN;
  }
  return ArrayBuffer.isView(value) ? value.byteLength : SIGN;
}

/** It serializes itself, or is a list of numbers. */
function isWritable(value: object): boolean {
  return (
    ArrayBuffer.isView(value) ||
    typeof (value as { toJSON?: unknown }).toJSON === 'function'
  );
}
