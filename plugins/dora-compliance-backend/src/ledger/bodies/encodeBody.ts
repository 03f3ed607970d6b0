import { promisify } from 'node:util';
import {
  constants,
  zstdCompress,
  zstdCompressSync,
  zstdDecompressSync,
  type ZstdOptions,
} from 'node:zlib';

const compressBeside = promisify(zstdCompress) as (
  bytes: Uint8Array,
  options: ZstdOptions,
) => Promise<Buffer>;

/** The largest dictionary: most bodies of a kind have less in common. */
const LARGEST_DICTIONARY = 32 * 1024;

/** Smaller bodies do not become smaller. */
const SMALLEST = 128;

/** Larger bodies are compressed off the event loop: it takes milliseconds. */
const LARGE = 64 * 1024;

/**
 * Hash tables sized for a small body and its dictionary. Filling the larger
 * default tables takes longer than compressing the body, and does not make the
 * result smaller.
 */
const SMALL_TABLES = {
  [constants.ZSTD_c_hashLog]: 13,
  [constants.ZSTD_c_chainLog]: 13,
};

/** Most bodies become smaller than this, and need no larger buffer. */
const CHUNK = 4 * 1024;

/** Bytes that bodies of one kind share, by the number of the dictionary. */
export type Dictionary = { number: number; bytes: Uint8Array };

/**
 * A stored body. The digest of a document is computed from the uncompressed
 * bytes.
 */
export type EncodedBody = {
  body: Buffer;
  /** `zstd` is Zstandard (RFC 8878); null is uncompressed. */
  encoding: 'zstd' | null;
  /** The number of the preset dictionary, if any. */
  dictionary: number | null;
};

/** The part of a body that can be a dictionary for others. */
export function dictionaryFrom(body: Uint8Array): Uint8Array {
  return body.subarray(0, LARGEST_DICTIONARY);
}

/** Compresses a body, if that makes it smaller. */
export async function encodeBody(
  body: Uint8Array,
  dictionary?: Dictionary,
): Promise<EncodedBody> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const packed =
    bytes.length < SMALLEST ? undefined : await compress(bytes, dictionary);
  return packed && packed.length < bytes.length
    ? {
        body: packed,
        encoding: 'zstd',
        dictionary: dictionary?.number ?? null,
      }
    : { body: bytes, encoding: null, dictionary: null };
}

async function compress(bytes: Buffer, dictionary: Dictionary | undefined) {
  const options = {
    dictionary: dictionary?.bytes,
    pledgedSrcSize: bytes.length,
    chunkSize: CHUNK,
  };
  return bytes.length < LARGE
    ? zstdCompressSync(bytes, { ...options, params: SMALL_TABLES })
    : compressBeside(bytes, options);
}

/**
 * Decompresses a body. Undefined if that fails because somebody changed the
 * stored bytes.
 *
 * @param size - how many bytes it had; more are not read
 * @param dictionary - the bytes it was compressed with
 */
export function decodeBody(
  { body, encoding }: Pick<EncodedBody, 'body' | 'encoding'>,
  size: number,
  dictionary?: Uint8Array,
): Buffer | undefined {
  if (encoding === null) {
    return body;
  }
  try {
    const options = { dictionary, maxOutputLength: Math.max(size, 1) };
    return zstdDecompressSync(body, options);
  } catch {
    return undefined;
  }
}
