import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  computeDigest,
  type Operation,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import request from 'supertest';
import doraCompliance from '.';
import { inChunks } from './kernel/database/columns';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { scriptedSource } from './__testUtils__/ScriptedCollector';
import { tried } from './__testUtils__/operationCases';
import { scriptedModule } from './__testUtils__/scriptedModule';
import { statementOn } from './testing/samples';
import { until } from './testing/until';

// Thousands of requests: as long as they take.
jest.setTimeout(600_000);

/** Requests that are under way together. */
const TOGETHER = 16;

const databases = new FreshDatabases();
const base = '/api/dora-compliance';
const { id: sourceId } = scriptedSource;
/** One statement on the asset. */
const payload = JSON.stringify({
  statement: { ...statementOn('a'), sourceId },
});

async function start(knex: Knex) {
  const backend = await startTestBackend({
    features: [
      doraCompliance,
      scriptedModule,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: {
            assets: {
              schedule: { frequency: { seconds: 1 }, timeout: { minutes: 1 } },
            },
          },
        },
      }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'a' },
            spec: { type: 'team', children: [] },
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'a',
              annotations: {
                'dora-compliance.io/repository': 'https://github.com/bank/a',
              },
            },
            spec: { type: 'service', lifecycle: 'x', owner: 'group:default/o' },
          },
        ],
      }),
    ],
  });
  const record = `${base}/assets/component/default/a/record`;
  const { body } = await until(
    () => request(backend.server).get(record),
    // Known once the graph around the asset was looked at.
    answer => Boolean(answer.body.digest),
  );
  await request(backend.server)
    .post(`${base}/ingest/${sourceId}`)
    .set('content-type', 'application/json')
    .send(payload);
  await until(
    async () => (await request(backend.server).get(`${base}/processing`)).body,
    ({ documents }) => documents.waiting === 0,
  );
  return { backend, digest: body.digest as string };
}

/** As they stand in an address: percent-encoded, or what is none. */
const inAddress = [
  'a%00b',
  'x'.repeat(10_000),
  '%ED%A0%80',
  '%FF',
  '%',
  '_',
  '%5C',
  '%27%3B--',
  '%F0%9F%98%80',
  '%2F',
  '..%2F..',
  '%3A',
  'a%20b',
  '-1',
  '2147483648',
  '9223372036854775808',
  '1e400',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  '300000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '__proto__',
];

/** As they stand in a body. */
const inBody = [
  'a\0b',
  'x'.repeat(10_000),
  'https://x/'.padEnd(1990, 'é'),
  'a\ud800b',
  '\udc00',
  '%',
  '_',
  '\\',
  '\u{1f600}',
  '',
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 63,
  1e300,
  '300000-01-01T00:00:00.000Z',
  null,
  true,
  [],
  ['a\0b'],
  {},
  { a: 'a\0b' },
];

/** Fields of bodies. */
const FIELDS = [
  ...['digest', 'note', 'target', 'days', 'control', 'limit'],
  ...['type', 'performedOn', 'performedBy', 'summary', 'documents', 'content'],
  ...['evidence', 'decision'],
];

type Asked = {
  name: string;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
};

const recertified = {
  type: 'access-recertified',
  performedOn: '2026-01-02',
  documents: [],
  content: {
    system: 'github.com',
    reviewed: 1,
    total: 1,
    revoked: 0,
    selfReviewed: false,
  },
};

/** One request for each parameter of each operation and hostile value. */
function* requests(digest: string): Generator<Asked> {
  const known: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: 'a',
    controlId: 'none',
    evidenceId: computeDigest('x'),
    digest: computeDigest(payload),
    sourceId,
  };
  const bodies: Record<string, object> = {
    reviewAsset: { digest, note: 'fine' },
    tryControl: { control: tried[0] },
    collectNow: {},
    startBackfill: { days: 1 },
    recordEvidence: recertified,
    confirmEvidence: { evidence: computeDigest('x'), decision: 'approved' },
  };
  const pathWith = (path: string, values: Record<string, string>) =>
    base + path.replace(/\{(\w+)\}/g, (_, name) => values[name]!);
  const table: Record<string, Operation> = operations;
  for (const [name, of] of Object.entries(table)) {
    const { method } = of;
    const asked = { name, method };
    const path = pathWith(of.path, known);
    const body = bodies[name];
    yield { ...asked, path, body };
    for (const param of Object.keys(of.params.shape)) {
      for (const value of inAddress) {
        const hostile = pathWith(of.path, { ...known, [param]: value });
        yield { ...asked, path: hostile, body };
      }
    }
    // Cursors have a test of their own.
    for (const param of Object.keys(of.query.shape)) {
      if (param !== 'cursor') {
        for (const value of inAddress) {
          yield { ...asked, path: `${path}?${param}=${value}`, body };
        }
        yield { ...asked, path: `${path}?${param}=1&${param}=2`, body };
        yield { ...asked, path: `${path}?${param}[a]=1`, body };
        yield { ...asked, path: `${path}?${param}`, body };
      }
    }
    for (const field of of.body ? FIELDS : []) {
      for (const value of inBody) {
        yield { ...asked, path, body: { ...body, [field]: value } };
      }
    }
    for (const value of of.body ? inBody : []) {
      yield { ...asked, path, body: value };
    }
    for (const value of name === 'recordEvidence' ? inBody : []) {
      for (const field of ['system', 'reviewed', value]) {
        const content = { ...recertified.content, [String(field)]: value };
        yield { ...asked, path, body: { ...recertified, content } };
      }
    }
  }
}

/** What a backend on a database answers to all of them. */
async function answersOn(knex: Knex) {
  const { backend, digest } = await start(knex);
  const answers: Record<string, string> = {};
  const reached = new Set<string>();
  const ask = async ({ name, method, path, body }: Asked) => {
    const asking =
      method === 'GET'
        ? request(backend.server).get(path)
        : request(backend.server)
            .post(path)
            .set('content-type', 'application/json')
            .send(body === undefined ? '' : JSON.stringify(body));
    const { status, body: said } = await asking;
    if (status === 200) {
      reached.add(name);
    }
    const shown = [method, path.slice(base.length), JSON.stringify(body)];
    answers[shown.map(text => text?.slice(0, 120)).join(' ')] = `${status} ${
      said?.error?.code ?? ''
    }`.trim();
  };
  for (const chunk of inChunks([...requests(digest)], TOGETHER)) {
    await Promise.all(chunk.map(ask));
  }
  await backend.stop();
  // The test reaches further than the door. A control to try cites provisions, and
  // none are installed; the others know nothing to show.
  expect(Object.keys(operations).filter(name => !reached.has(name))).toEqual([
    'describeControl',
    'tryControl',
    'readControl',
    'readControlTimeline',
    'readProductionChange',
    'readEvidence',
    'confirmEvidence',
    'listChangePaths',
  ]);
  return answers;
}

it('SQLite and PostgreSQL answer the same to hostile values in any parameter', async () => {
  const both = [];
  for (const id of databases.eachSupportedId()) {
    both.push(await answersOn(await databases.init(...id)));
  }
  const [onSqlite, onPostgres] = both;
  const failed = Object.entries({ ...onSqlite, ...onPostgres }).filter(
    ([, answer]) => Number(answer.slice(0, 3)) >= 500,
  );
  expect(failed).toEqual([]);
  expect(onPostgres).toEqual(onSqlite);
});
