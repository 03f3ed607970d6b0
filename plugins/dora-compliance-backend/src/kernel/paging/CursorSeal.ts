import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CursorError } from './cursor';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Where the key comes from. */
type CursorKey = {
  current(): Promise<Buffer>;
  /** Reads the key again; undefined if it did not change. */
  changed(): Promise<Buffer | undefined>;
};

/**
 * Encrypts cursors in responses, and decrypts those of requests. Nobody can
 * read or change one, or use it for another list than the one it was issued
 * for.
 */
export class CursorSeal {
  readonly #key: CursorKey;

  constructor(key: CursorKey) {
    this.#key = key;
  }

  /** A cursor as the caller receives it, valid for one list. */
  async seal(cursor: string, list: string): Promise<string> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, await this.#key.current(), nonce);
    cipher.setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(cursor), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /**
   * The content of a cursor of a list; throws {@link CursorError} if it is
   * invalid.
   */
  async open(sealed: string, list: string): Promise<string> {
    const opened = openWith(await this.#key.current(), sealed, list);
    if (opened !== undefined) {
      return opened;
    }
    // Another replica may have encrypted it with a newer key.
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
  // Each cursor has exactly one valid encoding.
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
