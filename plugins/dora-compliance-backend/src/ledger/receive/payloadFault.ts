import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { MAX_BODY_SIZE } from './deliveryFault';
import { MAX_DEPTH } from '../json/jsonFault';

/** What brackets, a comma or a colon take at least. */
const SIGN = 1;

/**
 * Why a value can't be kept once it is written as JSON, found before it is
 * written: the text of a small value can be endless, as parts of it may be
 * shared. It counts the bytes the text has at least, so `deliveryFault` has
 * still to judge the text itself. The walk nests no calls and ends at the
 * limit.
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
    // Before they are put on the list of what to look at.
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

/** The bytes a value takes at least, without its parts. */
function estimateSize(value: unknown): number {
  if (typeof value === 'string') {
    return value.length + SIGN;
  }
  return ArrayBuffer.isView(value) ? value.byteLength : SIGN;
}

/** It says itself how it is written, or is a list of numbers. */
function isWritable(value: object): boolean {
  return (
    ArrayBuffer.isView(value) ||
    typeof (value as { toJSON?: unknown }).toJSON === 'function'
  );
}
