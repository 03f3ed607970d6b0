import { Problem } from './Problem.mjs';

/** Ends a start that hangs; a slow machine may take minutes. */
const MINUTES = 15;

/**
 * Waits until a backend says it is ready.
 *
 * @param child - its process, or the one that started it: when it ends, the
 * backend will never be ready
 * @param hasFailed - whether the backend logged that it could not start: in
 * development its process waits for changes then, and does not end
 */
export async function ready(url, child, hasFailed = () => false) {
  const end = Date.now() + MINUTES * 60_000;
  while (Date.now() < end) {
    if (hasFailed()) {
      throw new Problem(
        'The backend could not start.',
        'correct what its errors above name, and start again.',
      );
    }
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Problem(
        `The backend ended with ${child.exitCode ?? child.signalCode}.`,
        'read the lines above.',
      );
    }
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Problem(
    `The backend at ${url} is not ready after ${MINUTES} minutes.`,
    'read its log lines above.',
  );
}
