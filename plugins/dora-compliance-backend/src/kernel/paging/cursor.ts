import {
  Instant,
  requestText,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A sort key of an item: a value that a database can compare. */
const Key = requestText(8000);

/** A cursor that the backend did not issue. */
export class CursorError extends Error {
  constructor() {
    super('The cursor was not given out by this operation');
  }
}

/** Where a list resumes: the sort keys of the last item. */
export function writeCursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads a cursor with so many keys; throws {@link CursorError}. */
export function readKeys(cursor: string, count: number): string[] {
  try {
    const keys: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every(key => Key.safeParse(key).success)
    ) {
      return keys;
    }
  } catch {
    // falls through to the one error below
  }
  throw new CursorError();
}

/** Reads a cursor of a time and a number; throws {@link CursorError}. */
export function readNumberCursor(cursor: string): [string, number] {
  const [at, id] = readCursor(cursor);
  if (!/^\d{1,16}$/.test(id)) {
    throw new CursorError();
  }
  return [at, Number(id)];
}

/** Reads a cursor of a time and an id; throws {@link CursorError}. */
export function readCursor(cursor: string): [string, string] {
  const [at = '', id = ''] = readKeys(cursor, 2);
  if (!Instant.safeParse(at).success) {
    throw new CursorError();
  }
  return [at, id];
}
