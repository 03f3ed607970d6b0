import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A time as the database returns it: Date from timestamptz, or text. */
export type StoredInstant = Date | string;

/** Reads a time of either database. */
export function readInstant(value: StoredInstant): Instant {
  return typeof value === 'string' ? (value as Instant) : toInstant(value);
}

/** A number of a row: PostgreSQL returns large integers as text. */
export type StoredNumber = number | string;

/** Reads a number of either database. */
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
