import { createHmac } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import cdevents from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import type { Knex } from 'knex';
import request from 'supertest';
import doraCompliance from '.';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { until } from './testing/until';

// Some hundred deliveries: as long as they take.
jest.setTimeout(300_000);

const databases = new FreshDatabases();
const base = '/api/dora-compliance';
const SECRET = 'test-secret';

const hostile = [
  'x'.repeat(9_000),
  `https://x/${'%E4%B8%80'.repeat(1000)}`,
  'é'.repeat(300),
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%',
  '_',
  '\\',
  '\\u0000',
  '"',
  '2147483648',
  '-1',
  '300000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '__proto__',
];

/** Headers that senders choose, with what they are otherwise. */
const chosen = {
  github: { 'x-github-event': 'push', 'x-github-delivery': 'd' },
  cdevents: {
    'ce-specversion': '1.0',
    'ce-id': 'd',
    'ce-source': 'https://cd.example',
    'ce-type': 'dev.cdevents.service.deployed.0.3.0',
    'ce-time': '2026-03-31T12:00:00Z',
    'ce-subject': 's',
    'content-type': 'application/json',
  },
};

const body = JSON.stringify({
  context: { id: 'd', source: 'https://cd.example' },
  subject: { id: 'ledger' },
});

const proof = {
  github: {
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
      .update(body)
      .digest('hex')}`,
  },
  cdevents: { authorization: `Bearer ${SECRET}` },
};

function start(knex: Knex) {
  return startTestBackend({
    features: [
      doraCompliance,
      cdevents,
      github,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: {
            cdevents: { webhookTokens: [SECRET] },
            github: { webhookSecrets: [SECRET] },
          },
        },
      }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
}

/** What a backend on a database answers to all of them, and what it keeps. */
async function outcomeOn(knex: Knex) {
  const backend = await start(knex);
  const answers: Record<string, number> = {};
  for (const source of ['github', 'cdevents'] as const) {
    for (const name of Object.keys(chosen[source])) {
      for (const value of hostile) {
        const { status } = await request(backend.server)
          .post(`${base}/ingest/${source}`)
          .set({
            'content-type': 'application/json',
            ...chosen[source],
            ...proof[source],
            [name]: value,
          })
          .serialize(text => text as unknown as string)
          .send(body);
        answers[`${source} ${name}: ${value.slice(0, 50)}`] = status;
      }
    }
  }
  await until(
    async () => (await request(backend.server).get(`${base}/processing`)).body,
    ({ documents }) => documents.waiting === 0,
  );
  const outcomes: unknown[] = await knex('document_outcome')
    .join('document', 'document.number', 'document_outcome.document_number')
    .orderBy('digest')
    .select('digest', 'state', 'rejection');
  await backend.stop();
  return { answers, outcomes };
}

it('SQLite and PostgreSQL take and refuse the same headers', async () => {
  const both = [];
  for (const id of databases.eachSupportedId()) {
    both.push(await outcomeOn(await databases.init(...id)));
  }
  const [onSqlite, onPostgres] = both;
  expect(onPostgres).toEqual(onSqlite);
  const statuses = new Set(Object.values(onSqlite!.answers));
  expect([...statuses].sort()).toEqual([202, 415]);
  expect(onSqlite!.outcomes.length).toBeGreaterThan(0);
});
