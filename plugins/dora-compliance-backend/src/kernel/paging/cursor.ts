import {
  Instant,
  requestText,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A key of an item: what a database can compare. */
const Key = requestText(8000);

/** A cursor that was not given out by us. */
export class CursorError extends Error {
  constructor() {
    super('The cursor was not given out by this operation');
  }
}

/** Where a list goes on: the keys of the last item shown. */
export function writeCursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads the keys of a cursor of so many; throws {@link CursorError}. */
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

/** Reads a cursor of a moment and a number; throws {@link CursorError}. */
export function readNumberCursor(cursor: string): [string, number] {
  const [at, id] = readCursor(cursor);
  if (!/^\d{1,16}$/.test(id)) {
    throw new CursorError();
  }
  return [at, Number(id)];
}

/** Reads a cursor of a moment and an id; throws {@link CursorError}. */
export function readCursor(cursor: string): [string, string] {
  const [at = '', id = ''] = readKeys(cursor, 2);
  if (!Instant.safeParse(at).success) {
    throw new CursorError();
  }
  return [at, id];
}
