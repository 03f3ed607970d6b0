import {
  FakeApi,
  type FakeAnswer,
  type FakeRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';

export const OURS =
  'https://backstage.example/api/dora-compliance/ingest/github';

const LONG_AGO = '2026-01-01T00:00:00Z';

type Refusal = { status: number; headers?: Record<string, string> };

/** Something GitHub sent, or tried to. */
type Sent = { id: number; guid: string; event: string; at: string };

/** A hook and its log, the latest first. */
export class FakeHook {
  url = OURS;
  active = true;
  events = ['*'];
  updatedAt = LONG_AGO;
  readonly sent: Sent[] = [];

  /** Adds a delivery; returns its id. */
  send(event: string, at: string): string {
    const id = this.sent.length + 1;
    const guid = `0b989ba4-242f-11e5-81e1-${String(id).padStart(12, '0')}`;
    this.sent.unshift({ id, guid, event, at });
    return guid;
  }
}

const toEntry = ({ id, guid, event, at }: Sent) => ({
  id,
  guid,
  delivered_at: at,
  redelivery: false,
  duration: 0.03,
  status: 'failed to connect',
  status_code: 502,
  event,
  action: null,
  installation_id: null,
  repository_id: 77,
});

/**
 * The hooks of a GitHub with the owner `bank` and the repository `bank/ledger`,
 * in the shapes of the documentation; two entries of a log a page.
 */
export class FakeHooks {
  organization?: FakeHook;
  repository?: FakeHook;
  app?: FakeHook;
  /** Repositories the app was given. */
  selection: 'all' | 'selected' = 'all';
  ownerType = 'Organization';
  /** What a path, without its query, is answered instead. */
  readonly refusals = new Map<string, Refusal>();
  /** Deliveries of which the payload is gone. */
  readonly forgotten = new Set<string>();
  #api: FakeApi | undefined;

  get api(): FakeApi {
    if (!this.#api) {
      throw new Error('The fake GitHub is not started');
    }
    return this.#api;
  }

  async start(): Promise<this> {
    this.#api = await FakeApi.start(request => this.#answer(request));
    return this;
  }

  #answer({ url }: FakeRequest): FakeAnswer {
    const refusal = this.refusals.get(url.pathname);
    if (refusal) {
      return { ...refusal, body: { message: 'Resource not accessible' } };
    }
    const installed = {
      repository_selection: this.selection,
      events: this.app?.events,
      suspended_at: null,
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
    };
    const known: Record<string, unknown> = {
      '/users/bank': { login: 'bank', type: this.ownerType },
      '/orgs/bank/hooks': listed(this.organization),
      '/repos/bank/ledger/hooks': listed(this.repository),
      ...(this.app && {
        '/app': {
          events: this.app.events,
          created_at: LONG_AGO,
          updated_at: this.app.updatedAt,
        },
        '/app/hook/config': { url: this.app.url, content_type: 'json' },
        '/users/bank/installation': installed,
        '/repos/bank/ledger/installation': installed,
      }),
    };
    if (url.pathname in known) {
      return { body: known[url.pathname] };
    }
    const [, owner, id] =
      /^\/(.*)\/deliveries(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    const hook = {
      'orgs/bank/hooks/1': this.organization,
      'repos/bank/ledger/hooks/1': this.repository,
      'app/hook': this.app,
    }[owner ?? ''];
    const found = hook && (id ? this.#detail(hook, id) : answerLog(hook, url));
    return found ?? { status: 404, body: { message: 'Not Found' } };
  }

  #detail(hook: FakeHook, id: string): FakeAnswer | undefined {
    const sent = hook.sent.find(one => String(one.id) === id);
    const headers = sent && {
      'X-GitHub-Delivery': sent.guid,
      'X-GitHub-Event': sent.event,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const payload = sent && { ref: 'refs/heads/main', number: sent.id };
    const isGone = sent && this.forgotten.has(sent.guid);
    return (
      sent && {
        body: {
          ...toEntry(sent),
          url: hook.url,
          request: isGone
            ? { headers: null, payload: null }
            : { headers, payload },
          response: { headers: {}, payload: null },
        },
      }
    );
  }
}

function listed(hook: FakeHook | undefined): unknown[] {
  return hook
    ? [
        {
          type: 'Organization',
          id: 1,
          name: 'web',
          active: hook.active,
          events: hook.events,
          config: { url: hook.url, content_type: 'json' },
          created_at: LONG_AGO,
          updated_at: hook.updatedAt,
        },
      ]
    : [];
}

function answerLog(hook: FakeHook, url: URL): FakeAnswer {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const more = from + 2 < hook.sent.length;
  return {
    ...(more && {
      headers: {
        link: `<${url.origin}${url.pathname}?per_page=100&cursor=${
          from + 2
        }>; rel="next"`,
      },
    }),
    body: hook.sent.slice(from, from + 2).map(toEntry),
  };
}
