const MAX_BYTES = 16 * 1024 * 1024;

/** A whole answer as text. Throws when it breaks off or is too large. */
export async function readBounded(
  response: Response,
  maxBytes = MAX_BYTES,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new Error(`more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Buffer.concat(chunks),
  );
}
