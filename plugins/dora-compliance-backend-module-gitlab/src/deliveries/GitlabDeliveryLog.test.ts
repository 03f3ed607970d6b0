import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DeliveryLogStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { FakeApi } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { readDeliveryId } from '../readDeliveryId';
import { GitlabDeliveryLog } from './GitlabDeliveryLog';

const OURS = 'https://backstage.example/api/dora-compliance/ingest/gitlab';
const ledger = {
  kind: 'repository' as const,
  uri: 'https://gitlab.example/bank/ledger',
};

/** What a hook sent, in the shape of the documentation. */
const sent = (id: number, headers: Record<string, string> = {}) => ({
  id,
  url: OURS,
  trigger: 'push_hooks',
  request_headers: {
    'Content-Type': 'application/json',
    'X-Gitlab-Event': 'Push Hook',
    'X-Gitlab-Webhook-UUID': `uuid-${id}`,
    'X-Gitlab-Token': '[REDACTED]',
    ...headers,
  },
  request_data: { object_kind: 'push', checkout_sha: `${id}` },
  response_headers: {},
  response_body: '',
  execution_duration: 1.09,
  response_status: 'internal error',
});

describe('GitlabDeliveryLog', () => {
  const hooks = [
    { id: 1, url: `${OURS}/` },
    { id: 2, url: 'https://other.example/hook' },
  ];
  let refused: Record<string, number>;
  let api: FakeApi;

  beforeEach(async () => {
    refused = {};
    api = await FakeApi.start(({ url }) => {
      const path = url.pathname;
      const events = [
        sent(3),
        sent(2, { 'Idempotency-Key': 'two' }),
        sent(1, { 'webhook-id': 'uuid-3', 'webhook-timestamp': '1' }),
      ];
      const page = Number(url.searchParams.get('page'));
      const refusal = refused[path];
      if (refusal !== undefined) {
        return { status: refusal, body: { message: 'Forbidden' } };
      }
      if (path === '/api/v4/projects/bank%2Fledger/hooks') {
        return { body: hooks };
      }
      if (path === '/api/v4/projects/bank%2Fledger/hooks/1/events') {
        return {
          ...(page === 1 && { headers: { 'x-next-page': '2' } }),
          body: page === 1 ? events.slice(0, 2) : events.slice(2),
        };
      }
      return { status: 404, body: { message: '404 Not found' } };
    });
  });
  afterEach(() => api.stop());

  async function read(known: readonly string[] = [], address = OURS) {
    const log = new GitlabDeliveryLog(() => ({
      project: 'bank/ledger',
      integration: {
        host: 'gitlab.example',
        apiBaseUrl: `${api.url}/api/v4`,
        baseUrl: 'https://gitlab.example',
      },
    }));
    const steps: DeliveryLogStep[] = [];
    for await (const step of log.read({
      targets: [ledger],
      since: '2026-03-01T10:00:00.000Z' as Instant,
      address,
      kept: async ids => new Set(ids.filter(id => known.includes(id))),
      now: () => '2026-03-01T11:00:00.000Z' as Instant,
      signal: new AbortController().signal,
    })) {
      steps.push(step);
    }
    return {
      deliveries: steps.flatMap(({ deliveries }) => deliveries),
      answers: steps.flatMap(({ answers }) => answers),
    };
  }

  it('reads what was sent to us and is not kept, all pages of it', async () => {
    const { deliveries } = await read(['uuid-3']);
    expect(deliveries.map(readDeliveryId)).toEqual(['two', 'uuid-1']);
    expect(JSON.parse(Buffer.from(deliveries[0]!.body).toString())).toEqual({
      object_kind: 'push',
      checkout_sha: '2',
    });
    expect(deliveries[0]?.headers['x-gitlab-event']).toBe('Push Hook');
    expect(deliveries[1]?.headers).not.toHaveProperty('webhook-timestamp');
    expect(api.requests.join()).not.toContain('/hooks/2/');
  });

  it('answers for no time, as GitLab pauses hooks that fail', async () => {
    const { answers } = await read();
    expect(answers).toEqual([
      expect.objectContaining({
        target: ledger,
        complete: false,
        lasting: true,
        problem: expect.stringContaining('pauses'),
      }),
    ]);
  });

  it('names the right that is missing', async () => {
    refused['/api/v4/projects/bank%2Fledger/hooks'] = 403;
    const { answers } = await read();
    expect(answers).toEqual([
      expect.objectContaining({
        complete: false,
        lasting: false,
        problem:
          'GitLab answered 403 to GET /projects/bank%2Fledger/hooks?per_page=100&page=1',
      }),
    ]);
  });

  it('reads nothing that another address was sent', async () => {
    const { deliveries } = await read([], 'https://another.example/ingest');
    expect(deliveries).toEqual([]);
  });
});
