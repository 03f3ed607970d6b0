import type { z } from 'zod';
import { DiscoveryError, type DiscoveryFailure } from './DiscoveryError';

const TIMEOUT = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** One question to a CI system. */
export type Question = {
  url: string;
  headers?: Record<string, string>;
  /** Milliseconds until the whole answer must be there. */
  timeout?: number;
};

/** A whole answer as JSON of a known shape, or a `DiscoveryError`. */
export async function readJson<T>(
  shape: z.ZodType<T>,
  question: Question,
): Promise<{ value: T; headers: Headers }> {
  const { text, headers } = await readText({
    ...question,
    headers: { accept: 'application/json', ...question.headers },
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw failed('truncated', question, 'the answer is no whole JSON', {
      cause,
    });
  }
  const { data, error } = shape.safeParse(json);
  if (error) {
    throw failed('unexpected', question, error.message, { cause: error });
  }
  return { value: data as T, headers };
}

/** A whole answer as text, its length in bytes, or a `DiscoveryError`. */
export async function readText(
  question: Question,
): Promise<{ text: string; length: number; headers: Headers }> {
  const response = await ask(question);
  if (response.status !== 200) {
    await response.body?.cancel();
    throw failed(
      failureOf(response),
      question,
      `the answer is HTTP ${response.status}`,
      { retryAfter: retryAfterOf(response.headers) },
    );
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength;
      if (length > MAX_BYTES) {
        break;
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    const late = (cause as Error).name === 'TimeoutError';
    throw failed(
      late ? 'unavailable' : 'truncated',
      question,
      'the answer broke off',
      { cause },
    );
  }
  if (length > MAX_BYTES) {
    throw failed('unexpected', question, `more than ${MAX_BYTES} bytes`);
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return { text, length, headers: response.headers };
}

async function ask(question: Question): Promise<Response> {
  try {
    return await fetch(question.url, {
      headers: question.headers,
      // A redirect would carry credentials away, or end at a page to sign in.
      redirect: 'manual',
      signal: AbortSignal.timeout(question.timeout ?? TIMEOUT),
    });
  } catch (cause) {
    throw failed('unavailable', question, (cause as Error).message, { cause });
  }
}

function failureOf({ status, headers }: Response): DiscoveryFailure {
  if (status === 429 || (status === 403 && headers.has('retry-after'))) {
    return 'rate-limited';
  }
  // Azure DevOps answers 203 or a redirect to sign in for a bad token.
  if ([203, 302, 401, 403].includes(status)) {
    return 'forbidden';
  }
  if (status === 404 || status === 410) {
    return 'not-found';
  }
  return status >= 500 ? 'unavailable' : 'unexpected';
}

/** Milliseconds from now; the header holds seconds or a date. */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) {
    return undefined;
  }
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function failed(
  failure: DiscoveryFailure,
  question: Question,
  why: string,
  options?: { retryAfter?: number; cause?: unknown },
): DiscoveryError {
  const { origin, pathname } = new URL(question.url);
  return new DiscoveryError(failure, `${origin}${pathname}: ${why}`, options);
}
