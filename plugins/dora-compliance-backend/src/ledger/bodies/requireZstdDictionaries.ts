import { zstdCompressSync, type ZstdOptions } from 'node:zlib';

/** Bytes that become smaller with themselves as the dictionary. */
const SAMPLE = Buffer.from(
  Array.from({ length: 100 }, (_, n) => `${n * 7919}`).join(' '),
);

/**
 * Bodies are compressed with dictionaries, which Node 22.12 to 22.18 and 24.0 to
 * 24.5 ignore without an error: they could not read what others wrote.
 *
 * @throws Error that names the versions of Node that can
 */
export function requireZstdDictionaries(
  compress: (bytes: Buffer, options?: ZstdOptions) => Buffer = zstdCompressSync,
): void {
  const shared = compress(SAMPLE, { dictionary: SAMPLE });
  if (shared.length >= compress(SAMPLE).length) {
    throw new Error(
      `Node ${process.version} ignores dictionaries of Zstandard, so documents can't be read. Use Node 22.19 or newer, or 24.6 or newer`,
    );
  }
}
