import type {
  CollectionTarget,
  DeliveryLog,
  DeliveryLogAnswer,
  DeliveryLogRequest,
  DeliveryLogStep,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubApi } from '../collect/GithubApi';
import { type GithubTarget, githubTarget } from '../collect/GithubTarget';
import { mergeFoundHooks, type FoundHooks, HookFinder } from './HookFinder';
import { HookLogs } from './HookLogs';
import { lackingEvents } from './lackingEvents';
import { githubDefaults } from '../githubDefaults';

/** How GitHub is asked for its delivery logs. */
type GithubDeliveryLogOptions = {
  /** Asks with the credentials for a repository. */
  findApi(target: CollectionTarget): GithubApi | undefined;
  /** Ask in the name of the apps that are known on a host. */
  listApps(host: string): readonly GithubApi[];
};

type Owned = {
  host: string;
  owner: string;
  targets: { target: CollectionTarget; place: GithubTarget }[];
};

/**
 * The logs GitHub keeps of its deliveries: of the hooks of repositories and
 * organizations, and of apps.
 */
export class GithubDeliveryLog implements DeliveryLog {
  readonly keptFor = githubDefaults.deliveriesKeptFor;
  readonly #options: GithubDeliveryLogOptions;

  constructor(options: GithubDeliveryLogOptions) {
    this.#options = options;
  }

  async *read(request: DeliveryLogRequest): AsyncIterable<DeliveryLogStep> {
    const logs = new HookLogs(request);
    const { known, answers } = byOwner(request.targets);
    yield { deliveries: [], answers };
    for (const owned of known) {
      for await (const step of this.#readOwner(owned, request, logs)) {
        yield step;
        if (step.retryAfter !== undefined) {
          return;
        }
      }
    }
  }

  async *#readOwner(
    owned: Owned,
    request: DeliveryLogRequest,
    logs: HookLogs,
  ): AsyncIterable<DeliveryLogStep> {
    const finder = new HookFinder(request);
    const shared = await this.#shared(owned, request, finder);
    yield* logs.read(shared);
    for (const { target, place } of owned.targets) {
      const found =
        lackingEvents(shared.hooks, request.since).length > 0
          ? mergeFoundHooks(shared, await this.#own(target, place, finder))
          : shared;
      yield* logs.read(found);
      const { answer, retryAfter } = logs.answer(target, found);
      yield {
        deliveries: [],
        answers: [answer],
        ...(retryAfter !== undefined && { retryAfter }),
      };
    }
  }

  /** Hooks of all repositories of an owner: of apps and organizations. */
  async #shared(
    { host, owner, targets }: Owned,
    { since }: DeliveryLogRequest,
    finder: HookFinder,
  ): Promise<FoundHooks> {
    const found: FoundHooks[] = [];
    for (const app of this.#options.listApps(host)) {
      found.push(await finder.ofApp(app, `/users/${owner}`));
    }
    const api = targets[0] && this.#options.findApi(targets[0].target);
    const { hooks } = mergeFoundHooks(...found);
    if (api && lackingEvents(hooks, since).length > 0) {
      found.push(await finder.ofOwner(api, owner));
    }
    return mergeFoundHooks(...found);
  }

  /** Hooks of one repository: its own, and apps that are installed on it. */
  async #own(
    target: CollectionTarget,
    { host, path }: GithubTarget,
    finder: HookFinder,
  ): Promise<FoundHooks> {
    const found: FoundHooks[] = [];
    for (const app of this.#options.listApps(host)) {
      found.push(await finder.ofApp(app, path));
    }
    const api = this.#options.findApi(target);
    if (api) {
      found.push(await finder.ofRepository(api, path));
    }
    return mergeFoundHooks(...found);
  }
}

/** Targets by their owners; what is no repository of GitHub is said. */
function byOwner(targets: readonly CollectionTarget[]) {
  const owners = new Map<string, Owned>();
  const answers: DeliveryLogAnswer[] = [];
  for (const target of targets) {
    const place = githubTarget(target);
    const owner = place?.path.split('/')[2];
    if (place && owner) {
      const key = `${place.host} ${owner.toLowerCase()}`;
      const owned = owners.get(key) ?? { host: place.host, owner, targets: [] };
      owned.targets.push({ target, place });
      owners.set(key, owned);
    } else {
      const problem = `${target.uri} is no repository of GitHub`;
      answers.push({ target, complete: false, problem });
    }
  }
  return { known: [...owners.values()], answers };
}
