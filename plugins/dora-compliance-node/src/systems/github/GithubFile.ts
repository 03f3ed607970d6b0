import { z } from 'zod';

/**
 * A file, as the contents API of GitHub reports it. Large files come without
 * their content, with the encoding `none`.
 *
 * @public
 */
export const GithubFile = z.looseObject({
  size: z.number().int().nonnegative(),
  encoding: z.string(),
  content: z.string(),
});

/** @public */
export type GithubFile = z.output<typeof GithubFile>;

/**
 * The bytes of a file. Throws when they are not all there.
 *
 * @public
 */
export function bytesOfGithubFile(
  file: Pick<GithubFile, 'content' | 'size'>,
): Uint8Array {
  const bytes = Buffer.from(file.content, 'base64');
  if (bytes.byteLength !== file.size) {
    throw new Error(`${bytes.byteLength} of ${file.size} bytes came`);
  }
  return bytes;
}
