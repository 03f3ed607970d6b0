import {
  type Delivery,
  type DeliveryLogRequest,
  loggedDelivery,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { listShape } from '../normalise/api/pages';
import { Inquiry } from '../collect/Inquiry';
import {
  type GithubHook,
  judgedEvents,
  LogEntry,
  LoggedDelivery,
} from './GithubHook';
import { githubDefaults } from '../githubDefaults';

/** How reading the log of a hook ended. */
export type HookLogEnd = { problem?: string; retryAfter?: number };

/**
 * The deliveries of a hook that we do not have, those that controls judge
 * first. What it returns says why some could not be read.
 */
export async function* readHookLog(
  { api, log }: GithubHook,
  request: Pick<DeliveryLogRequest, 'since' | 'kept' | 'signal'>,
): AsyncGenerator<Delivery, HookLogEnd> {
  const { since, kept, signal } = request;
  const inquiry = new Inquiry(api, { signal });
  const from = Date.parse(since) - githubDefaults.clockTolerance;
  const entries = await inquiry.list(
    `${log}?per_page=100`,
    listShape(LogEntry),
    {
      isPast: ({ delivered_at }) => delivered_at < from,
    },
  );
  for (const entry of await findMissed(entries ?? [], kept)) {
    const found = await inquiry.get(`${log}/${entry.id}`, LoggedDelivery);
    if (inquiry.retryAfter !== undefined) {
      break;
    }
    const { headers, payload } = found?.request ?? {};
    if (headers && payload) {
      yield loggedDelivery(headers, payload);
    } else if (found) {
      inquiry.lacks(`GitHub no longer has the payload of ${log}/${entry.id}`);
    }
  }
  const { problem, retryAfter } = inquiry;
  return {
    ...(problem !== undefined && { problem }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

async function findMissed(
  entries: readonly LogEntry[],
  kept: DeliveryLogRequest['kept'],
): Promise<LogEntry[]> {
  // A repeated delivery has the id of the first one.
  const byGuid = new Map(entries.map(entry => [entry.guid, entry]));
  const known = await kept([...byGuid.keys()]);
  return [...byGuid.values()]
    .filter(({ guid }) => !known.has(guid))
    .sort(
      (a, b) =>
        Number(isJudged(b)) - Number(isJudged(a)) ||
        a.delivered_at - b.delivered_at,
    );
}

function isJudged({ event }: LogEntry): boolean {
  return judgedEvents.some(name => name === event);
}
