import { Problem } from './Problem.mjs';

/** Waits until a backend says it is ready. */
export async function ready(url, seconds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Problem(
    `The backend at ${url} is not ready after ${seconds} seconds.`,
    'read its log lines above.',
  );
}
