/** The first digits of a digest are enough to find it; other ids stay as they are. */
export function shortenDigest(id: string): string {
  return String(id).replace(/^sha256:([0-9a-f]{12})[0-9a-f]*$/, '$1');
}
