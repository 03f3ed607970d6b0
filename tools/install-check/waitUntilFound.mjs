import { setTimeout as sleep } from 'node:timers/promises';

const GIVE_UP = 10 * 60_000;

/**
 * Waits until the catalog has the example group and the search has a control. Both
 * fill up minutes after the backend is ready, in an order that nobody promises: a page
 * that is opened before says that there is nothing.
 */
export async function waitUntilFound(backend, { code }) {
  await waitFor(backend, '/api/catalog/entities/by-name/group/default/guests');
  await waitFor(
    backend,
    `/api/search/query?term=${code}&types%5B0%5D=dora-control`,
    ({ results }) => results.length > 0,
  );
}

async function waitFor(backend, route, isThere = () => true) {
  const end = Date.now() + GIVE_UP;
  let last = 'no answer';
  while (Date.now() < end) {
    try {
      const answer = await backend.get(route);
      if (isThere(answer)) {
        return;
      }
      last = JSON.stringify(answer);
    } catch (error) {
      last = error.message;
    }
    await sleep(1000);
  }
  throw new Error(
    `${route} has nothing after ${GIVE_UP / 60_000} min: ${last}`,
  );
}
