import {
  fetchWhole,
  type HttpAnswer,
  HttpError,
  describeProblem,
  retryAfterIn,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import { DiscoveryError, type DiscoveryFailure } from './DiscoveryError';

/** One request to a CI system. */
export type Question = {
  /** The name of the system for people, e.g. `GitLab`. */
  name: string;
  url: string;
  headers?: Record<string, string> | undefined;
  /** Milliseconds until the whole answer must be there. */
  timeout?: number | undefined;
  /** What an answer of another shape is. Default: `unexpected`. */
  otherShape?: DiscoveryFailure;
  now?: () => number;
  /** Milliseconds to wait after a refusal without `Retry-After`. */
  waitAfter?: (refusal: HttpAnswer) => number | undefined;
};

/** A whole answer as JSON of a known shape, or a `DiscoveryError`. */
export async function readJson<T>(
  shape: z.ZodType<T>,
  question: Question,
): Promise<{ value: T; headers: Headers }> {
  const { name, otherShape = 'unexpected' } = question;
  const path = getPath(question);
  const answer = await readFile({
    ...question,
    headers: { accept: 'application/json', ...question.headers },
  });
  let json: unknown;
  try {
    json = JSON.parse(answer.text());
  } catch (cause) {
    const message = `${name} answered ${path} with incomplete JSON`;
    throw new DiscoveryError('truncated', message, { cause });
  }
  const { data, error } = shape.safeParse(json);
  if (error) {
    const message = `${name} answered ${path} in another form: ${describeProblem(
      error,
    )}`;
    throw new DiscoveryError(otherShape, message, { cause: error });
  }
  return { value: data as T, headers: answer.headers };
}

/** A whole answer as bytes, or a `DiscoveryError`. */
export async function readFile(question: Question): Promise<HttpAnswer> {
  const answer = await ask(question);
  if (answer.status === 200) {
    return answer;
  }
  const { status } = answer;
  const retryAfter =
    retryAfterIn(answer, question.now?.()) ?? question.waitAfter?.(answer);
  const isLimit =
    status === 429 || (status === 403 && retryAfter !== undefined);
  throw new DiscoveryError(
    isLimit ? 'rate-limited' : classifyStatus(status),
    `${question.name} answered ${status} to ${getPath(question)}`,
    { ...(retryAfter !== undefined && { retryAfter }) },
  );
}

async function ask(question: Question): Promise<HttpAnswer> {
  const { name, url, headers, timeout } = question;
  try {
    return await fetchWhole(url, { headers, timeout });
  } catch (cause) {
    const failure = cause instanceof HttpError ? cause.failure : 'unavailable';
    const path = getPath(question);
    const what =
      failure === 'unavailable'
        ? `did not answer ${path}`
        : `gave no whole answer to ${path}`;
    throw new DiscoveryError(
      failure === 'too-large' ? 'unexpected' : failure,
      `${name} ${what}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

function classifyStatus(status: number): DiscoveryFailure {
  // Azure DevOps answers 203 or a redirect to sign in for a bad token.
  if ([203, 302, 401, 403].includes(status)) {
    return 'forbidden';
  }
  if (status === 404 || status === 410) {
    return 'not-found';
  }
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function getPath({ url }: Question): string {
  return new URL(url).pathname;
}
