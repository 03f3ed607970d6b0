import { createHmac } from 'node:crypto';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import request from 'supertest';
import doraCompliance from '../..';
import { until } from '../../testing/until';

type Said = { name: string; value: number; at?: Record<string, string> };

/** Instruments that write down their values. */
function recorded() {
  const said: Said[] = [];
  const callbacks: [string, (result: any) => unknown][] = [];
  const metrics = metricsServiceMock.mock({
    createCounter: name => ({
      add: (value, at) => said.push({ name, value, at: at as never }),
    }),
    createHistogram: name => ({
      record: (value, at) => said.push({ name, value, at: at as never }),
    }),
    createObservableGauge: name => ({
      addCallback: callback => callbacks.push([name, callback]),
      removeCallback: () => {},
    }),
  });
  const observe = async () => {
    const seen: Said[] = [];
    for (const [name, callback] of callbacks) {
      await callback({
        observe: (value: number, at: Record<string, string>) =>
          seen.push({ name, value, at }),
      });
    }
    return seen;
  };
  return { said, metrics, observe };
}

it('tells what was received, refused, worked and waits', async () => {
  const { said, metrics, observe } = recorded();
  const backend = await startTestBackend({
    features: [
      doraCompliance,
      github,
      metrics.factory,
      mockServices.rootConfig.factory({
        data: { doraCompliance: { github: { webhookSecrets: ['s'] } } },
      }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  const deliver = (body: string, secret: string) =>
    request(backend.server)
      .post('/api/dora-compliance/ingest/github')
      .set({
        'content-type': 'application/json',
        'x-github-event': 'push',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
          .update(body)
          .digest('hex')}`,
      })
      .send(body);
  await deliver('{"odd":1}', 's');
  await deliver('{}', 'guessed');
  const worked = () =>
    said.filter(({ name }) => name === 'dora_compliance.documents.worked');
  await until(
    async () => worked(),
    found => found.length > 0,
  );
  expect(said).toEqual(
    expect.arrayContaining([
      {
        name: 'dora_compliance.deliveries.received',
        value: 1,
        at: { source: 'github' },
      },
      {
        name: 'dora_compliance.deliveries.refused',
        value: 1,
        at: { source: 'github', code: 'signature-invalid' },
      },
      {
        name: 'dora_compliance.documents.worked',
        value: 1,
        at: { source: 'github', state: 'rejected' },
      },
    ]),
  );
  expect(said.map(({ name }) => name)).toContain(
    'dora_compliance.documents.wait',
  );
  expect(await observe()).toEqual(
    expect.arrayContaining([
      {
        name: 'dora_compliance.queue.length',
        value: 0,
        at: { queue: 'documents' },
      },
      {
        name: 'dora_compliance.queue.age',
        value: 0,
        at: { queue: 'assessments' },
      },
    ]),
  );
  await backend.stop();
});
