/** A cursor that was not given out by us. */
export class CursorError extends Error {}

/** Where a list goes on: the keys of the last item shown. */
export function writeCursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads the two keys of a cursor; throws {@link CursorError}. */
export function readCursor(cursor: string): [string, string] {
  try {
    const keys: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    const [at, id, ...more] = Array.isArray(keys) ? keys : [];
    if (
      typeof at === 'string' &&
      typeof id === 'string' &&
      more.length === 0 &&
      !Number.isNaN(Date.parse(at))
    ) {
      return [at, id];
    }
  } catch {
    // falls through to the one error below
  }
  throw new CursorError('The cursor was not given out by this operation');
}
