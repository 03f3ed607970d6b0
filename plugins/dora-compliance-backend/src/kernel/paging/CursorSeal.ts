import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CursorError } from './cursor';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Where the key comes from. */
type CursorKey = {
  current(): Promise<Buffer>;
  /** Reads the key again; undefined when it is still the same. */
  changed(): Promise<Buffer | undefined>;
};

/**
 * Encrypts cursors before they leave, and opens those that come back. Nobody
 * can read one, change one, or use one for another list than the one it was
 * given out for.
 */
export class CursorSeal {
  readonly #key: CursorKey;

  constructor(key: CursorKey) {
    this.#key = key;
  }

  /** A cursor as the caller gets it, good for one list. */
  async seal(cursor: string, list: string): Promise<string> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, await this.#key.current(), nonce);
    cipher.setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(cursor), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** What was sealed for a list; throws {@link CursorError} if it was not. */
  async open(sealed: string, list: string): Promise<string> {
    const opened = openWith(await this.#key.current(), sealed, list);
    if (opened !== undefined) {
      return opened;
    }
    // Another replica may have sealed it with a key that is newer than ours.
    const key = await this.#key.changed();
    const again = key && openWith(key, sealed, list);
    if (again === undefined) {
      throw new CursorError();
    }
    return again;
  }
}

function openWith(
  key: Buffer,
  sealed: string,
  list: string,
): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  // One cursor has one spelling.
  if (bytes.length < NONCE + TAG || bytes.toString('base64url') !== sealed) {
    return undefined;
  }
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(list));
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE, -TAG)),
      decipher.final(),
    ]).toString('utf8');
  } catch {
    return undefined;
  }
}
