import { promisify } from 'node:util';
import {
  deflateRaw,
  deflateRawSync,
  inflateRawSync,
  type ZlibOptions,
} from 'node:zlib';

const deflateBeside = promisify(deflateRaw) as (
  bytes: Uint8Array,
  options: ZlibOptions,
) => Promise<Buffer>;

/** DEFLATE looks back no further: more of a dictionary is of no use. */
const WINDOW = 32 * 1024;

/** Smaller bodies gain nothing. */
const SMALLEST = 128;

/** Larger ones are compressed off the event loop: it takes milliseconds. */
const LARGE = 64 * 1024;

/** Most bodies are compressed to less, and need no larger buffer. */
const CHUNK = 4 * 1024;

/** Bytes that bodies of one kind share, by the number they are kept under. */
export type Dictionary = { number: number; bytes: Uint8Array };

/**
 * A body as it is kept. The digest of a document is that of its bytes before.
 */
export type EncodedBody = {
  body: Buffer;
  /** `deflate` is raw DEFLATE (RFC 1951); null is as it came. */
  encoding: 'deflate' | null;
  /** The number of the preset dictionary, if any. */
  dictionary: number | null;
};

/** What of a body can be a dictionary for others. */
export function dictionaryFrom(body: Uint8Array): Uint8Array {
  return body.subarray(0, WINDOW);
}

/** Compresses a body, unless that makes it no smaller. */
export async function encodeBody(
  body: Uint8Array,
  dictionary?: Dictionary,
): Promise<EncodedBody> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const packed =
    bytes.length < SMALLEST ? undefined : await deflate(bytes, dictionary);
  return packed && packed.length < bytes.length
    ? {
        body: packed,
        encoding: 'deflate',
        dictionary: dictionary?.number ?? null,
      }
    : { body: bytes, encoding: null, dictionary: null };
}

async function deflate(bytes: Buffer, dictionary: Dictionary | undefined) {
  const options = {
    dictionary: dictionary?.bytes,
    memLevel: 6,
    chunkSize: CHUNK,
  };
  return bytes.length < LARGE
    ? deflateRawSync(bytes, options)
    : deflateBeside(bytes, options);
}

/**
 * The bytes of a body as they were before. Undefined where they can't be told,
 * as somebody changed what was kept.
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
    return inflateRawSync(body, {
      dictionary,
      maxOutputLength: Math.max(size, 1),
    });
  } catch {
    return undefined;
  }
}
