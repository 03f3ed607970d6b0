import { collectorDefaults } from '../collect/collectorDefaults';

/** A refusal is read no further than this: its message comes first. */
const MAX_REFUSAL_BYTES = 64 * 1024;

/**
 * What an HTTP server answered.
 *
 * @public
 */
export class HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;

  constructor(status: number, headers: Headers, bytes: Uint8Array) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  /** The bytes as UTF-8. Throws a TypeError when they are something else. */
  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes);
  }

  /** The bytes as far as they are UTF-8. */
  looseText(): string {
    return new TextDecoder().decode(this.bytes);
  }
}

/**
 * There is no whole answer: the server could not be reached or was too slow
 * (`unavailable`), the answer ended early (`truncated`), or it is larger than
 * allowed (`too-large`).
 *
 * @public
 */
export class HttpError extends Error {
  readonly failure: 'unavailable' | 'truncated' | 'too-large';

  constructor(failure: HttpError['failure'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'HttpError';
    this.failure = failure;
  }
}

/**
 * Requests an address and reads the whole answer, within a time and a size. A
 * redirect is an answer: following it would send credentials elsewhere, or end
 * at a page to sign in.
 *
 * @public
 */
export async function fetchWhole(
  url: string,
  options: {
    readonly headers?: Record<string, string>;
    /** Milliseconds until the whole answer must be there. Default: 20,000. */
    readonly timeout?: number | undefined;
    /** Bytes an answer may have. Default: 16 MiB. */
    readonly maxBytes?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<HttpAnswer> {
  const {
    timeout = collectorDefaults.timeout,
    maxBytes = collectorDefaults.maxBytes,
    signal,
  } = options;
  let response: Response;
  try {
    response = await fetch(url, {
      headers: options.headers ?? {},
      redirect: 'manual',
      signal: AbortSignal.any([
        AbortSignal.timeout(timeout),
        ...(signal ? [signal] : []),
      ]),
    });
  } catch (cause) {
    throw new HttpError('unavailable', describeError(cause), cause);
  }
  const { status, headers } = response;
  const isWhole = status === 200;
  try {
    const limit = isWhole ? maxBytes : MAX_REFUSAL_BYTES;
    const bytes = await readBounded(response, limit);
    return new HttpAnswer(status, headers, bytes);
  } catch (cause) {
    if (!isWhole) {
      return new HttpAnswer(status, headers, new Uint8Array());
    }
    if (cause instanceof HttpError) {
      throw cause;
    }
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    throw new HttpError(
      isLate ? 'unavailable' : 'truncated',
      describeError(cause),
      cause,
    );
  }
}

async function readBounded(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new HttpError('too-large', `more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The message of an error; "fetch failed" has what failed as its cause. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { cause } = error;
  return cause instanceof Error && cause.message
    ? `${error.message}: ${cause.message}`
    : error.message;
}
