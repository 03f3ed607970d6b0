import type { GitLabIntegrationConfig } from '@backstage/integration';
import {
  type CollectionTarget,
  type Delivery,
  type DeliveryLog,
  type DeliveryLogAnswer,
  type DeliveryLogRequest,
  type DeliveryLogStep,
  isSameAddress,
  loggedDelivery,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { GitlabApi } from '../collect/GitlabApi';
import { readDeliveryId } from '../readDeliveryId';
import { Hook, HookEvent } from './GitlabHook';
import { gitlabDefaults } from '../gitlabDefaults';

/** What GitLab's log leaves open for every target. */
const PAUSED =
  'GitLab pauses webhooks that fail, and its log does not show what was not sent meanwhile; a round of the collector closes the gap';

/** Where a repository lies. */
type GitlabPlace = {
  integration: GitLabIntegrationConfig;
  /** The full path of the project, e.g. `bank/payments/ledger`. */
  project: string;
};

/**
 * The events that GitLab kept of the hooks of projects and groups. They are
 * read for what they report; since GitLab pauses hooks that fail they never
 * answer for a time.
 */
export class GitlabDeliveryLog implements DeliveryLog {
  readonly keptFor = gitlabDefaults.deliveriesKeptFor;
  readonly #parsePlace: (target: CollectionTarget) => GitlabPlace | undefined;

  constructor(
    parsePlace: (target: CollectionTarget) => GitlabPlace | undefined,
  ) {
    this.#parsePlace = parsePlace;
  }

  async *read(request: DeliveryLogRequest): AsyncIterable<DeliveryLogStep> {
    const seen = new Set<string>();
    for (const target of request.targets) {
      request.signal.throwIfAborted();
      const place = this.#parsePlace(target);
      const problems: string[] = [];
      let retryAfter: number | undefined;
      for (const owner of place ? listHookOwners(place.project) : []) {
        const key = `${place?.integration.host} ${owner}`;
        const found =
          place && !seen.has(key)
            ? await readOwner(place.integration, owner, request)
            : undefined;
        seen.add(key);
        if (found) {
          problems.push(...found.problems);
          retryAfter = found.retryAfter ?? retryAfter;
          yield { deliveries: found.deliveries, answers: [] };
        }
      }
      yield {
        deliveries: [],
        answers: [toIncompleteAnswer(target, problems)],
        ...(retryAfter !== undefined && { retryAfter }),
      };
      if (retryAfter !== undefined) {
        return;
      }
    }
  }
}

/** A project and the groups it lies in, as parts of the address of the API. */
function listHookOwners(project: string): string[] {
  const parts = project.split('/');
  const groups = parts
    .slice(0, -1)
    .map((_, index) => parts.slice(0, index + 1).join('/'));
  return [
    `/projects/${encodeURIComponent(project)}`,
    ...groups.map(group => `/groups/${encodeURIComponent(group)}`),
  ];
}

type OwnerRead = {
  deliveries: Delivery[];
  problems: string[];
  retryAfter?: number;
};

async function readOwner(
  integration: GitLabIntegrationConfig,
  owner: string,
  { address, kept, signal }: DeliveryLogRequest,
): Promise<OwnerRead> {
  const api = new GitlabApi(integration, { signal });
  const hooks = await api.all(`${owner}/hooks`, Hook);
  const readings = [hooks];
  const deliveries: Delivery[] = [];
  for (const { id, url } of hooks.items) {
    if (isSameAddress(url, address)) {
      const events = await api.all(`${owner}/hooks/${id}/events`, HookEvent);
      readings.push(events as unknown as typeof hooks);
      deliveries.push(...(await findMissed(events.items, kept)));
    }
  }
  // Hooks of groups are a feature of GitLab Premium: others have none.
  const broken = readings.filter(
    ({ complete, answers }) =>
      !complete &&
      !(owner.startsWith('/groups/') && answers[0]?.status === 404),
  );
  const waits = broken.flatMap(({ retryAfter }) => retryAfter ?? []);
  return {
    deliveries,
    problems: broken.map(
      ({ problem }) => problem ?? 'It was not read completely',
    ),
    ...(waits.length > 0 && { retryAfter: Math.max(...waits) }),
  };
}

/** What we do not have; without an id nobody can tell. */
async function findMissed(
  events: readonly HookEvent[],
  kept: DeliveryLogRequest['kept'],
): Promise<Delivery[]> {
  const byId = new Map<string, Delivery>();
  for (const { request_headers, request_data } of events) {
    const delivery = deliveryFrom(request_headers, request_data);
    const id = readDeliveryId(delivery);
    if (id !== undefined) {
      byId.set(id, delivery);
    }
  }
  const known = await kept([...byId.keys()]);
  return [...byId].flatMap(([id, delivery]) =>
    known.has(id) ? [] : [delivery],
  );
}

/**
 * Without the headers of a signature: nobody checks it here, and whoever
 * maintains a project may have GitLab send such headers of their own.
 */
function deliveryFrom(
  headers: HookEvent['request_headers'],
  payload: HookEvent['request_data'],
): Delivery {
  const unsigned = Object.entries(headers).filter(
    ([name]) => !/^webhook-/i.test(name),
  );
  return loggedDelivery(Object.fromEntries(unsigned), payload);
}

function toIncompleteAnswer(
  target: CollectionTarget,
  problems: readonly string[],
): DeliveryLogAnswer {
  const [first] = problems;
  return {
    target,
    complete: false,
    problem: first ?? PAUSED,
    lasting: first === undefined,
  };
}
