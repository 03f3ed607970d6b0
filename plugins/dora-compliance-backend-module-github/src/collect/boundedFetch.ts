/** A whole answer must be there after this many milliseconds. */
const TIMEOUT = 30_000;
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Fetches so that only whole answers get through: with a bound on time and
 * size, without redirects, which would carry credentials away or lead to a
 * repository of the same name. An answer that breaks off, or is no JSON where
 * it succeeded, is a fault like a lost connection.
 */
export async function boundedFetch(
  url: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.any([
      AbortSignal.timeout(TIMEOUT),
      ...(init.signal ? [init.signal] : []),
    ]),
  });
  const { status, headers } = response;
  const text = await textOf(response);
  if (status === 200) {
    JSON.parse(text);
  }
  const empty = [204, 205, 304].includes(status);
  return new Response(empty ? null : text, { status, headers });
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BYTES) {
      throw new Error(`more than ${MAX_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return decoder.decode(Buffer.concat(chunks));
}
