import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import request from 'supertest';
import doraCompliance from '.';
import { scriptedModule } from './__testUtils__/scriptedModule';
import { until } from './testing/until';

const base = '/api/dora-compliance';
const target = 'https://github.com/Bank/Ledger';

const ledger = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ledger',
    annotations: { 'github.com/project-slug': 'Bank/Ledger' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
};

const schedule = { frequency: { seconds: 1 }, timeout: { minutes: 1 } };

const start = (
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  doraComplianceConfig = {},
) =>
  startTestBackend({
    features: [
      doraCompliance,
      scriptedModule,
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: { assets: { schedule }, ...doraComplianceConfig },
        },
      }),
      mockServices.permissions.factory({ result }),
      catalogServiceMock.factory({ entities: [ledger] }),
    ],
  });

it('tells how sources are and acts on them', async () => {
  const backend = await start();
  const { port } = backend.server.address() as { port: number };
  const api = new DoraComplianceClient({
    discoveryApi: {
      getBaseUrl: async () => `http://localhost:${port}${base}`,
    },
    fetchApi: { fetch },
  });
  await request(backend.server)
    .post(`${base}/ingest/scripted`)
    .set('content-type', 'text/plain')
    .send('{}')
    .expect(415);
  await until(
    () => api.listSources(),
    ({ items }) => items.some(({ targets }) => targets.all === 1),
  );
  expect(await api.collectNow('scripted', { target })).toEqual({
    queued: 1,
    more: false,
  });
  const detail = await until(
    () => api.readSource('scripted', {}),
    ({ targets }) => targets.items[0]?.complete === true,
  );
  expect(detail.targets.items[0]).toMatchObject({
    target,
    entityRefs: ['component:default/ledger'],
  });
  const { items } = await api.listSources();
  expect(items.map(({ id, kinds }) => [id, kinds])).toEqual([
    ['catalog', { receives: false, collects: false }],
    ['people', { receives: false, collects: false }],
    ['scripted', { receives: true, collects: true }],
  ]);
  expect(await api.startBackfill('scripted', { days: 90 })).toMatchObject({
    queued: 1,
  });
  await until(
    () => api.listBackfills('scripted', {}),
    page => page.items[0]?.state === 'done',
  );
  const { source } = await api.readSource('scripted', {});
  expect(source.refused).toEqual([
    { code: 'media-type-unsupported', count: 1 },
  ]);
  expect(await api.replayFlawed('scripted', { state: 'partial' })).toEqual({
    queued: 0,
    more: false,
  });
  expect(await api.listGaps('scripted', {})).toEqual({ items: [] });
  expect(
    await api.listDocuments({ state: 'rejected', sourceId: 'scripted' }),
  ).toEqual({ items: [] });

  const code = async (path: string, body?: object) => {
    const response = body
      ? await request(backend.server).post(`${base}${path}`).send(body)
      : await request(backend.server).get(`${base}${path}`);
    return `${response.status} ${response.body.error?.code}`;
  };
  expect(await code('/sources/nothing')).toBe('404 source-unknown');
  expect(await code('/sources/nothing/gaps')).toBe('404 source-unknown');
  expect(await code('/sources/nothing/collect', {})).toBe('404 source-unknown');
  expect(await code('/sources/scripted?cursor=x')).toBe('400 cursor-invalid');
  expect(await code('/sources/scripted/gaps?cursor=x')).toBe(
    '400 cursor-invalid',
  );
  expect(await code('/sources/people/collect', {})).toBe('400 request-invalid');
  expect(await code('/sources/scripted/collect', { target: 'x' })).toBe(
    '400 request-invalid',
  );
  expect(await code('/documents?sourceId=%00')).toBe('400 request-invalid');
  expect(await code('/sources/scripted/collect', { target: '\0' })).toBe(
    '400 request-invalid',
  );
  for (const days of [0, 401, 1.5]) {
    expect(await code('/sources/scripted/backfills', { days })).toBe(
      '400 request-invalid',
    );
  }
  await backend.stop();
});

it('only who is permitted may look or act', async () => {
  const backend = await start(AuthorizeResult.DENY);
  const { server } = backend;
  const statuses = [
    await request(server).get(`${base}/sources`),
    await request(server).get(`${base}/sources/scripted`),
    await request(server).get(`${base}/sources/scripted/gaps`),
    await request(server).get(`${base}/sources/scripted/backfills`),
    await request(server).post(`${base}/sources/scripted/collect`).send({}),
    await request(server)
      .post(`${base}/sources/scripted/backfills`)
      .send({ days: 1 }),
    await request(server).post(`${base}/sources/scripted/replay`),
  ].map(({ status }) => status);
  expect(statuses).toEqual(Array(7).fill(403));
  await backend.stop();
});

it.each([
  [{ collect: { frequency: 'PT0S' } }, 'doraCompliance.collect.frequency'],
  [{ silence: { tolerance: 'soon' } }, 'doraCompliance.silence.tolerance'],
  [
    { silence: { tolerance: 'PT20S' } },
    'doraCompliance.silence.tolerance is shorter than a minute; set at least PT1M',
  ],
])('does not start with the wrong time %j', async (config, key) => {
  await expect(start(AuthorizeResult.ALLOW, config)).rejects.toThrow(key);
});
