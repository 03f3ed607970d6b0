import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A moment as the database gives it back: Date from timestamptz, or text. */
export type StoredInstant = Date | string;

/** Reads a moment, whichever database it comes from. */
export function readInstant(value: StoredInstant): Instant {
  return typeof value === 'string' ? (value as Instant) : toInstant(value);
}

/** A number of a row: PostgreSQL gives large integers back as text. */
export type StoredNumber = number | string;

/** Reads a number of a row, whichever database it comes from. */
export function readNumber(value: StoredNumber): number {
  return Number(value);
}

/** Splits a list, as databases limit the parameters of one statement. */
export function inChunks<T>(items: readonly T[], size = 500): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
