import { FakeApi } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { type Delivery, buildRequest } from '@ict-assurance/example-bank';

const LONG_AGO = '2026-01-01T00:00:00Z';
const SLUG = /^\/repos\/meridian-bank\/[^/]+/;

/** Lists of a repository in which nothing happened, by how they begin. */
const quiet: [RegExp, unknown][] = [
  [/\/pulls$/, []],
  [/\/actions\/runs$/, { total_count: 0, workflow_runs: [] }],
  [/\/deployments$/, []],
  [/\/activity$/, []],
  [/\/branches$/, []],
  [/\/releases$/, []],
];

/**
 * A GitHub with one organization hook. It sends deliveries, keeps a log of
 * them and answers its API as far as it is allowed to.
 */
export class FakeGithub {
  /** What whoever has the token may read. */
  readonly may = { readHooks: true, readRepositories: false };
  readonly #address: string;
  readonly #log: Delivery[] = [];
  readonly #api: FakeApi;

  /** @param address - where the hook leads */
  static async start(address: string): Promise<FakeGithub> {
    const started: FakeGithub[] = [];
    const api = await FakeApi.start(
      ({ url }) => started[0]?.answer(url) ?? refusal(503),
    );
    const github = new FakeGithub(address, api);
    started.push(github);
    return github;
  }

  private constructor(address: string, api: FakeApi) {
    this.#address = address;
    this.#api = api;
  }

  get url(): string {
    return this.#api.url;
  }

  stop(): Promise<void> {
    return this.#api.stop();
  }

  /** Sends a delivery once, as GitHub does; lost where nobody answers. */
  async send(delivery: Delivery, secret: string, port?: number) {
    this.#log.unshift(delivery);
    if (port === undefined) {
      return;
    }
    const response = await fetch(
      `http://localhost:${port}/api/dora-compliance/ingest/github`,
      buildRequest(delivery, secret),
    );
    if (response.status !== 202) {
      throw new Error(`${response.status}: ${await response.text()}`);
    }
  }

  answer({ pathname }: URL) {
    const hook = '/orgs/meridian-bank/hooks/1/deliveries';
    if (pathname === '/users/meridian-bank') {
      return { body: { login: 'meridian-bank', type: 'Organization' } };
    }
    if (pathname.startsWith('/orgs/meridian-bank/hooks')) {
      if (!this.may.readHooks) {
        return refusal(403);
      }
      return {
        body: pathname.startsWith(hook)
          ? this.#logged(pathname.slice(hook.length + 1))
          : [this.#hook()],
      };
    }
    return this.may.readRepositories ? repository(pathname) : refusal(403);
  }

  #hook() {
    return {
      id: 1,
      active: true,
      events: ['*'],
      config: { url: this.#address, content_type: 'json' },
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
    };
  }

  #logged(id: string) {
    const entries = this.#log.map((delivery, index) => ({
      id: this.#log.length - index,
      guid: delivery.id,
      event: delivery.event,
      delivered_at: delivery.at,
    }));
    const index = entries.findIndex(entry => String(entry.id) === id);
    const delivery = this.#log[index];
    return delivery
      ? {
          ...entries[index],
          request: {
            headers: {
              'X-GitHub-Event': delivery.event,
              'X-GitHub-Delivery': delivery.id,
            },
            payload: delivery.payload,
          },
        }
      : entries;
  }
}

function repository(pathname: string) {
  const [path = ''] = SLUG.exec(pathname) ?? [];
  const list = quiet.find(([pattern]) => pattern.test(pathname));
  if (pathname === path) {
    return {
      body: {
        id: 1,
        name: path.split('/')[3],
        full_name: path.slice('/repos/'.length),
        html_url: `https://github.com/${path.slice('/repos/'.length)}`,
        default_branch: 'main',
        private: true,
        visibility: 'private',
        owner: { login: 'meridian-bank', id: 1, type: 'Organization' },
      },
    };
  }
  if (/\/code-scanning\/analyses$/.test(pathname)) {
    return { status: 404, body: { message: 'no analysis found' } };
  }
  return list ? { body: list[1] } : refusal(403);
}

function refusal(status: number) {
  return { status, body: { message: 'Resource not accessible' } };
}
