import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import request from 'supertest';
import doraCompliance from '.';
import { until } from './testing/until';

const base = '/api/dora-compliance';
const ledger = `${base}/assets/component/default/ledger`;

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title: name.toUpperCase() },
    spec: { owner: 'team', ...spec },
  };
}

const entities = [
  entity('Resource', 'payments', {
    type: 'business-function',
    dora: { functionId: 'F1', critical: 'yes' },
  }),
  entity('Component', 'ledger', {
    type: 'service',
    dora: {
      functions: ['payments'],
      location: '=HYPERLINK("x")',
      exposure: { level: 'public' },
    },
  }),
  entity('Component', 'website', { type: 'website' }),
];

let publish: (report: unknown) => Promise<void>;

async function start() {
  return startTestBackend({
    features: [
      doraCompliance,
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: {
            assets: {
              schedule: {
                frequency: { seconds: 1 },
                timeout: { minutes: 1 },
              },
            },
          },
        },
      }),
      catalogServiceMock.factory({ entities }),
      createBackendModule({
        // Each plugin of a test backend has events of its own.
        pluginId: 'dora-compliance',
        moduleId: 'discovery-of-the-test',
        register(env) {
          env.registerInit({
            deps: { events: eventsServiceRef },
            async init({ events }) {
              publish = report =>
                events.publish({
                  topic: 'dora-compliance.discovery',
                  eventPayload: report,
                });
            },
          });
        },
      }),
    ],
  });
}

type Server = Awaited<ReturnType<typeof start>>['server'];

const listed = (server: Server) =>
  until(
    async () => (await request(server).get(`${base}/inventory`)).body,
    body =>
      body.items?.every((item: any) => item.missing.length > 0) &&
      body.items.length === 2,
  );

describe('the register over HTTP', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  let server: Server;
  beforeAll(async () => {
    backend = await start();
    server = backend.server;
    await listed(server);
  });
  afterAll(() => backend.stop());

  it('lists assets, gravest first, with what is wrong', async () => {
    const { body } = await request(server).get(`${base}/inventory`);
    expect(
      body.items.map((item: any) => [
        item.title,
        item.criticality,
        item.problems,
      ]),
    ).toEqual([
      ['LEDGER', 'critical-or-important', 1],
      ['WEBSITE', undefined, 0],
    ]);
  });

  it('sums them up and filters them by the same words', async () => {
    const { body } = await request(server).get(
      `${base}/inventory/summary?type=service,website&type=library`,
    );
    expect(body.total).toBe(2);
    const found = await request(server).get(
      `${base}/inventory?function=${body.facets.function[0].value}`,
    );
    expect(found.body.items).toHaveLength(1);
  });

  it('exports them as CSV that no spreadsheet takes for formulas', async () => {
    const { text, headers } = await request(server).get(
      `${base}/inventory/export?search=ledger`,
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, line, end] = text.split('\n');
    expect(header).toContain('RTO and RPO (vi)');
    expect(line).toContain('component:default/ledger');
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
    expect(end).toBe('');
  });

  it('tells the record of an asset, and what can not be read of it', async () => {
    const { body } = await request(server).get(`${ledger}/record`);
    expect(body.asset.problems).toEqual([
      {
        field: 'spec.dora.exposure.level',
        value: '"public"',
        rule: 'one-of',
        params: { values: 'internet,indirect,none' },
      },
    ]);
    expect(body.because.map((step: any) => step.title)).toEqual([
      'PAYMENTS',
      'LEDGER',
    ]);
    expect(body.review).toEqual({ state: 'never' });
    expect(body.mayReview).toBe(true);
    const graph = await request(server).get(`${ledger}/graph`);
    expect(graph.body.nodes).toHaveLength(2);
  });

  it('keeps a review as evidence, and refuses one of another state', async () => {
    const { body } = await request(server).get(`${ledger}/record`);
    const review = (content: unknown) =>
      request(server)
        .post(`${ledger}/reviews`)
        .send(content as object);
    const old = { digest: `sha256:${'0'.repeat(64)}` };
    expect((await review(old)).body.error.code).toBe('record-changed');
    const kept = await review({ digest: body.digest, note: 'Seen.' });
    expect(kept.status).toBe(200);
    expect(kept.body.review).toMatchObject({ state: 'due' });
    expect(kept.body.lastReviewedBy).toBe('user:default/mock');
    const evidence = await until(
      async () => (await request(server).get(`${ledger}/evidence`)).body.items,
      items => items.some((item: any) => item.type === 'review-completed'),
    );
    expect(
      evidence.find((item: any) => item.type === 'review-completed').predicate,
    ).toMatchObject({
      record: body.digest,
      note: 'Seen.',
      reviewer: { login: 'user:default/mock', kind: 'human' },
    });
  });

  it.each([
    [{}, 400],
    [{ digest: 'x' }, 400],
    ['{"digest":', 400],
    ['"'.padEnd(200_000, 'x'), 400],
  ])('answers a review of %j with %i', async (content, status) => {
    const response = await request(server)
      .post(`${ledger}/reviews`)
      .set('content-type', 'application/json')
      .send(content as string);
    expect(response.status).toBe(status);
    expect(response.body.error.code).toBe('request-invalid');
  });

  it('lets no machine review', async () => {
    const { body } = await request(server).get(`${ledger}/record`);
    const response = await request(server)
      .post(`${ledger}/reviews`)
      .set('authorization', mockCredentials.service.header())
      .send({ digest: body.digest });
    expect(response.status).toBe(403);
  });

  it('tells how discoveries go, and takes no nonsense for one', async () => {
    const report = {
      source: 'github:github.com/bank',
      state: 'failed',
      failure: 'It answered 403; the pipelines known before stay as they are.',
      at: '2026-11-25T10:00:00.000Z',
    };
    await publish({ source: 7 });
    await publish(report);
    const { items } = await until(
      async () =>
        (
          await request(server).get(`${base}/inventory/discoveries`)
        ).body,
      body => body.items?.length > 0,
    );
    expect(items).toEqual([report]);
  });
});
