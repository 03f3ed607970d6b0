import { isSameAddress } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { listShape } from '../normalise/api/pages';
import type { GithubApi } from '../collect/GithubApi';
import { Inquiry } from '../collect/Inquiry';
import {
  App,
  AppHookConfig,
  type GithubHook,
  Installation,
  ListedHook,
  Owner,
} from './GithubHook';

/** Hooks that deliver to us, and why some may not have been found. */
export type FoundHooks = {
  hooks: GithubHook[];
  problem?: string;
  retryAfter?: number;
};

/** Finds the hooks of owners and repositories that deliver to an address. */
export class HookFinder {
  readonly #address: string;
  readonly #signal: AbortSignal;

  constructor(options: { address: string; signal: AbortSignal }) {
    this.#address = options.address;
    this.#signal = options.signal;
  }

  /** The hooks of a repository by the path of its API. */
  ofRepository(api: GithubApi, path: string): Promise<FoundHooks> {
    return this.#listed(api, path);
  }

  /** The hooks of an organization; people have none. */
  async ofOwner(api: GithubApi, owner: string): Promise<FoundHooks> {
    const inquiry = this.#inquiry(api);
    const found = await inquiry.get(`/users/${owner}`, Owner);
    if (!found) {
      return foundBy(inquiry, []);
    }
    return found.type === 'Organization'
      ? this.#listed(api, `/orgs/${owner}`)
      : { hooks: [] };
  }

  /**
   * The hook of an app. It serves a repository that the app is installed on,
   * or all of an owner that gave it all.
   *
   * @param api - asks in the name of the app
   * @param path - of the API of the owner or the repository
   */
  async ofApp(api: GithubApi, path: string): Promise<FoundHooks> {
    const inquiry = this.#inquiry(api);
    const config = await inquiry.get('/app/hook/config', AppHookConfig);
    if (!config || !isSameAddress(config.url, this.#address)) {
      return foundBy(inquiry, []);
    }
    const app = await inquiry.get('/app', App);
    const installation = await inquiry.get(
      `${path}/installation`,
      Installation,
      /^404 /,
    );
    if (!app || !installation) {
      return foundBy(inquiry, []);
    }
    const serves =
      !installation.suspended_at &&
      (path.startsWith('/repos/') ||
        installation.repository_selection === 'all');
    return foundBy(inquiry, [
      {
        api,
        log: '/app/hook/deliveries',
        events: serves
          ? app.events.filter(event => installation.events.includes(event))
          : [],
        changedAt: Math.max(app.updated_at, installation.updated_at),
      },
    ]);
  }

  async #listed(api: GithubApi, path: string): Promise<FoundHooks> {
    const inquiry = this.#inquiry(api);
    const listed = await inquiry.list(
      `${path}/hooks?per_page=100`,
      listShape(ListedHook),
    );
    const ours = (listed ?? []).filter(
      ({ active, config }) =>
        active && isSameAddress(config.url, this.#address),
    );
    return foundBy(
      inquiry,
      ours.map(({ id, events, updated_at: changedAt }) => ({
        api,
        log: `${path}/hooks/${id}/deliveries`,
        events,
        changedAt,
      })),
    );
  }

  #inquiry(api: GithubApi): Inquiry {
    return new Inquiry(api, { signal: this.#signal });
  }
}

/** All of them; the first problem, and the longest wait. */
export function mergeFoundHooks(...found: readonly FoundHooks[]): FoundHooks {
  const waits = found.flatMap(({ retryAfter }) => retryAfter ?? []);
  const [problem] = found.flatMap(one => one.problem ?? []);
  return {
    hooks: found.flatMap(({ hooks }) => hooks),
    ...(problem !== undefined && { problem }),
    ...(waits.length > 0 && { retryAfter: Math.max(...waits) }),
  };
}

function foundBy(inquiry: Inquiry, hooks: GithubHook[]): FoundHooks {
  const { problem, retryAfter } = inquiry;
  return {
    hooks,
    ...(problem !== undefined && { problem }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
