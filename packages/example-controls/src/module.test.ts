import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import doraCompliance from '@ict-assurance/backstage-plugin-dora-compliance-backend';
import cdevents from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import controls from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls';
import request from 'supertest';
import bankControls from '.';

const TOKEN = 'test-token';
const base = '/api/dora-compliance';
const asset = `${base}/assets/component/default/ledger`;

const ledger = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ledger',
    namespace: 'default',
    annotations: { 'github.com/project-slug': 'bank/ledger' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
};

/** A deployment to production, as a CDEvent. */
function deployed(timestamp: string) {
  const context = {
    specversion: '0.5.0',
    id: timestamp,
    source: 'https://cd.bank.example',
    type: 'dev.cdevents.service.deployed.0.3.0',
    timestamp,
  };
  return {
    context,
    subject: {
      id: 'ledger',
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/ledger@sha256%3A${'a'.repeat(64)}`,
      },
    },
    customData: { dora: { entity: 'component:default/ledger' } },
  };
}

/** The latest time of a day of the week and an hour, at least a day ago. */
function latest(day: number, hour: number): string {
  const time = new Date();
  do {
    time.setUTCDate(time.getUTCDate() - 1);
  } while (time.getUTCDay() !== day);
  time.setUTCHours(hour, 0, 0, 0);
  return time.toISOString();
}

describe('the controls of an organization', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        doraCompliance,
        cdevents,
        controls,
        bankControls,
        mockServices.rootConfig.factory({
          data: { doraCompliance: { cdevents: { webhookTokens: [TOKEN] } } },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({ entities: [ledger] }),
      ],
    });
  });

  afterAll(() => backend.stop());

  const read = async (url: string, isDone: (body: any) => boolean) => {
    let isOver = false;
    setTimeout(() => {
      isOver = true;
    }, 60_000).unref();
    while (!isOver) {
      const { body } = await request(backend.server).get(url);
      if (isDone(body)) {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`${url} did not get so far`);
  };

  it('are assessed with those of the product, and say why in their own words', async () => {
    await read(`${asset}/compliance`, body => body.areas !== undefined);
    const saturday = latest(6, 10);
    for (const at of [latest(2, 10), saturday]) {
      await request(backend.server)
        .post(`${base}/ingest/cdevents`)
        .set('authorization', `Bearer ${TOKEN}`)
        .set('content-type', 'application/cdevents+json')
        .send(JSON.stringify(deployed(at)))
        .expect(202);
    }
    const detail = await read(
      `${asset}/controls/bank-01-change-window`,
      body => body.rows?.length === 2,
    );
    expect(detail.result.status).toBe('not-satisfied');
    expect(detail.rows.map((row: any) => row.status)).toEqual([
      'not-satisfied',
      'satisfied',
    ]);
    expect(detail.rows[0].checks).toMatchObject([
      {
        title: 'Was it in the change window?',
        cause: {
          sentence: `Deployed at ${saturday}, outside the change window: Monday to Thursday, 6:00 to 14:00 UTC.`,
        },
      },
    ]);
    const { body } = await request(backend.server).get(`${asset}/compliance`);
    expect(
      body.areas
        .flatMap((area: any) => area.controls)
        .map(({ control }: any) => control.id)
        .filter((id: string) => id.startsWith('bank-'))
        .sort(),
    ).toEqual([
      'bank-01-change-window',
      'bank-02-small-changes',
      'bank-03-logs-kept',
      'bank-04-two-factors',
    ]);
  }, 120_000);
});
