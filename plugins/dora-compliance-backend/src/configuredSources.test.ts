import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import request from 'supertest';
import doraCompliance from '.';

jest.setTimeout(60_000);

const base = '/api/dora-compliance';

const start = (doraComplianceConfig: object, root: object = {}) => {
  const logger = mockServices.logger.mock({ child: () => logger });
  return startTestBackend({
    features: [
      doraCompliance,
      github,
      logger.factory,
      mockServices.rootConfig.factory({
        data: { ...root, doraCompliance: doraComplianceConfig },
      }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  }).then(backend => ({ backend, logger }));
};

async function look(doraComplianceConfig: object, root?: object) {
  const { backend, logger } = await start(doraComplianceConfig, root);
  const { server } = backend;
  const { items } = (await request(server).get(`${base}/sources`).expect(200))
    .body as { items: SourceView[] };
  const delivery = await request(server)
    .post(`${base}/ingest/github`)
    .send({ zen: 'x' });
  const replay = await request(server).post(`${base}/sources/github/replay`);
  await backend.stop();
  const source = items.find(({ id }) => id === 'github');
  return { source, delivery, replay, warnings: logger.warn.mock.calls.flat() };
}

it.each([
  [{}, 'off', 'doraCompliance.github.webhookSecrets is not set'],
  [
    { github: { webhookSecrets: [] } },
    'off',
    'the environment variable it names (GITHUB_WEBHOOK_SECRET in the README) is not set',
  ],
  [
    { github: { webhookSecret: ['x'] } },
    'misconfigured',
    'doraCompliance.github.webhookSecret is unknown; did you mean webhookSecrets?',
  ],
])(
  'with %j the source is %s, and all else runs',
  async (config, state, why) => {
    const { source, delivery, replay } = await look(config);
    expect(source).toMatchObject({
      title: 'GitHub',
      state,
      kinds: { receives: false, collects: false },
      reason: { sentence: expect.stringContaining(why) },
    });
    expect(delivery.status).toBe(503);
    expect(delivery.body.error).toMatchObject({
      message: expect.stringContaining('does not accept deliveries'),
    });
    expect(replay.status).toBe(503);
    expect(replay.body.error.message).toContain(why);
  },
);

it('collects alone where only a token is given, and says what it lacks', async () => {
  const { source, delivery } = await look(
    { github: { webhookSecrets: [] } },
    { integrations: { github: [{ host: 'github.com', token: 't' }] } },
  );
  expect(source).toMatchObject({
    state: 'never-heard',
    kinds: { receives: false, collects: true },
    notices: [expect.stringContaining('GITHUB_WEBHOOK_SECRET')],
  });
  expect(delivery.status).toBe(503);
});

it('warns of keys that nobody reads', async () => {
  const { warnings } = await look({ gitlab: { webhookSecrets: ['x'] } });
  expect(warnings).toContainEqual(
    expect.stringMatching(/^doraCompliance\.gitlab is set, but its module/),
  );
});

it.each([
  [{ redaction: { personalData: ['emails'] } }, 'did you mean email?'],
  [{ redacton: { personalData: ['email'] } }, 'did you mean redaction?'],
  [{ collect: { frequency: 'often' } }, 'collect.frequency is "often"'],
  [{ regime: 'simplfied' }, 'did you mean simplified?'],
])('does not start with %j', async (config, why) => {
  await expect(start(config)).rejects.toThrow(why);
});
