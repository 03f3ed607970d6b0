import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import cdevents from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents';
import {
  type EvidenceSource,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import request from 'supertest';
import doraCompliance from '.';
import { inEnglish } from './read/inEnglish';
import { statementOn } from './testing/samples';
import { until } from './testing/until';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const base = '/api/dora-compliance';

/** Text that no index compresses, of any length. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join('');
}

/** A source that says what it is sent, whatever it is. */
const parrot: EvidenceSource = {
  id: 'parrot',
  keepHeaders: ['x-kept'],
  authenticate: () => ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
  }),
  deliveryId: ({ body }) => JSON.parse(String(body)).id,
  normalise: ({ body }) => ({
    outcome: 'normalised',
    statements: JSON.parse(new TextDecoder().decode(body)).statements ?? [],
  }),
};

const parrotModule = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'parrot',
  register(env) {
    env.registerInit({
      deps: { sources: evidenceSourceExtensionPoint },
      init: async ({ sources }) => sources.addSource(parrot),
    });
  },
});

function start(knex: Knex) {
  return startTestBackend({
    features: [
      doraCompliance,
      cdevents,
      parrotModule,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: { doraCompliance: { cdevents: { webhookTokens: ['token'] } } },
      }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
}

const cdevent = (more: object) => ({
  context: {
    specversion: '0.5.0',
    id: 'd-1',
    source: 'https://cd.example',
    type: 'dev.cdevents.service.deployed.0.3.0',
    timestamp: '2026-03-31T12:00:00Z',
    ...more,
  },
  subject: {
    id: 'ledger',
    content: { environment: { id: 'production' }, artifactId: 'pkg:oci/x@1' },
  },
});

const about = (uri: string) => ({
  ...statementOn('a'),
  subjects: [{ kind: 'repository', uri }],
});

const run = (name: string) => ({
  type: 'pipeline-run-finished',
  subjects: [{ kind: 'pipeline', uri: `urn:pipeline:${name.length}` }],
  predicate: {
    pipeline: { name },
    run: { id: '1', attempt: 1, url: 'https://x/1' },
    outcome: 'success',
    finishedAt: '2026-03-01T00:00:00.000Z',
  },
  observedAt: '2026-03-01T00:00:00.000Z',
  sourceId: 'parrot',
});

const titled = (title: string) => {
  const { predicate, ...rest } = statementOn('a') as any;
  return {
    ...rest,
    predicate: { ...predicate, change: { ...predicate.change, title } },
  };
};

/** What is sent to the parrot, by name. */
const said: Record<string, unknown> = {
  'a delivery id of 300 characters': { id: 'i'.repeat(300) },
  'another of 300 characters': { id: `${'i'.repeat(299)}j` },
  'a delivery id of 9000 characters': { id: noise(9000) },
  'a delivery id with NUL': { id: 'a\0b' },
  'a delivery id with half a pair': { id: 'a\ud83d' },
  'a delivery id with another half': { id: 'a\ud83c' },
  'a subject of 9000 characters': {
    statements: [about(`https://x/${noise(9000)}`)],
  },
  'a subject of 500 characters': {
    statements: [about(`https://x/${noise(490)}`)],
  },
  'a subject with NUL': { statements: [about('https://x/\0'), titled('x')] },
  'a subject with half a pair': { statements: [about('https://x/\ud83d')] },
  'a digest of 9000 characters': {
    statements: [
      {
        ...statementOn('a'),
        subjects: [{ kind: 'artifact', digest: `sha256:${'0a'.repeat(4500)}` }],
      },
    ],
  },
  'a pipeline of 9000 characters': { statements: [run(noise(9000))] },
  'a pipeline with NUL': { statements: [run('a\0b')] },
  'a title with NUL': { statements: [titled('a\0b')] },
  'a title with half a pair': { statements: [titled('a\ud83db')] },
  'a type that is none, beside a good one': {
    statements: [{ ...statementOn('a'), type: 'x'.repeat(300) }, titled('y')],
  },
  'the 30th of February': {
    statements: [
      { ...statementOn('a'), observedAt: '2026-02-30T00:00:00.000Z' },
    ],
  },
  'the year 0': {
    statements: [
      { ...statementOn('a'), observedAt: '0000-02-01T00:00:00.000Z' },
    ],
  },
  'a name with NUL': { 'a\0b': 1 },
};

const noiseType = `application/${'x'.repeat(300)}`;

/** What is asked for, by its path. */
const asked = [
  `/documents?sourceId=${'x'.repeat(300)}`,
  '/documents?sourceId=a%00',
  '/documents?cursor=a%00',
  `/documents?cursor=${'x'.repeat(9000)}`,
  ...[
    ['1', 'x'],
    ['2026-02-30T00:00:00.000Z', 'x'],
    ['2026-01-01T00:00:00.000Z', 'a\0'],
    ['2026-01-01T00:00:00.000Z', 'a\ud83d'],
    ['2026-01-01T00:00:00.000Z', 'x'.repeat(3000)],
  ].map(
    keys =>
      `/documents?cursor=${Buffer.from(JSON.stringify(keys)).toString(
        'base64url',
      )}`,
  ),
  '/inventory?owner=a%00',
  `/inventory?owner=${'x'.repeat(9000)}`,
  `/inventory?owner=${'x,'.repeat(200)}`,
  '/inventory?search=a%00b',
  '/inventory/summary?criticality=a%00',
  '/assets/component/default/a%00b/compliance',
  `/assets/component/default/${'x'.repeat(300)}/compliance`,
  '/assets/component/default/a/controls/a%00b',
  '/sources/a%00/gaps',
  '/sources/parrot/gaps?limit=1e9',
];

/** Numbers of rows may differ; what they refer to may not. */
const referred: Record<string, [string, string]> = {
  delivery: ['document', 'document_number'],
  document_outcome: ['document', 'document_number'],
  document_queue: ['document', 'document_number'],
  evidence_subject: ['evidence', 'evidence_number'],
};

const tables: Record<string, string[]> = {
  delivery: [
    'delivery.source_id',
    'delivery_id',
    'digest',
    'delivery.verification',
  ],
  document: ['digest', 'source_id', 'media_type', 'headers', 'size'],
  document_outcome: ['digest', 'state', 'rejection', 'flaws'],
  document_queue: ['digest'],
  evidence: ['id', 'type', 'subjects', 'predicate', 'document_digest'],
  evidence_subject: ['subject', 'id', 'evidence_subject.type'],
  subject_activity: ['subject_key'],
  source_subject: ['subject_key', 'source_id'],
  pipeline_sighting: ['subject_key', 'urn', 'name', 'repository'],
};

/** What a backend on a database answers to all of it, and what it keeps. */
async function outcomeOn(knex: Knex) {
  const backend = await start(knex);
  const answers: Record<string, unknown> = {};
  const note = (name: string, { status, body }: request.Response) => {
    answers[name] = [status, body.error ?? body];
  };
  const deliver = (
    source: string,
    payload: unknown,
    headers: Record<string, string> = {},
  ) =>
    request(backend.server)
      .post(`${base}/ingest/${source}`)
      .set({
        authorization: 'Bearer token',
        'content-type': 'application/json',
        ...headers,
      })
      .send(JSON.stringify(payload));
  for (const [name, payload] of Object.entries(said)) {
    note(name, await deliver('parrot', payload));
  }
  note(
    'a kept header',
    await deliver('parrot', {}, { 'x-kept': 'é'.repeat(9) }),
  );
  note(
    'a long type',
    await deliver('parrot', {}, { 'content-type': noiseType }),
  );
  for (const source of [
    `https://cd.example/${'s'.repeat(2000)}`,
    `https://cd.example/${noise(4000)}`,
    'https://cd.example/\0',
    'https://cd.example/\ud83d',
  ]) {
    note(
      `CDEvents from ${source}`,
      await deliver('cdevents', cdevent({ source })),
    );
  }
  await until(
    async () => (await request(backend.server).get(`${base}/processing`)).body,
    body => body.documents.waiting === 0,
  );
  for (const path of asked) {
    note(path, await request(backend.server).get(`${base}${path}`));
  }
  const rows: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const query = knex(table).select(columns);
    const [other, number] = referred[table] ?? [];
    if (other) {
      query.join(other, `${other}.number`, `${table}.${number}`);
    }
    const found: unknown[] = await query;
    rows[table] = found.map(row => JSON.stringify(row)).sort();
  }
  await backend.stop();
  return { answers, rows };
}

it('SQLite and PostgreSQL answer the same to what nobody should send', async () => {
  const both = [];
  for (const id of databases.eachSupportedId()) {
    both.push(await outcomeOn(await databases.init(...id)));
  }
  const [onSqlite, onPostgres] = both;
  expect(onPostgres).toEqual(onSqlite);
  const { answers, rows } = onPostgres!;
  // All is stored or rejected, and no response mentions a database.
  expect(
    Object.entries(answers).filter(
      ([, answer]) => (answer as [number])[0] >= 500,
    ),
  ).toEqual([]);
  expect(rows.document_queue).toEqual([]);
  const kept = Object.entries(answers).filter(
    ([, answer]) => (answer as [number])[0] === 202,
  );
  expect(kept).toHaveLength(Object.keys(said).length + 5);
  // Each delivery id is one of its own.
  expect(rows.delivery).toHaveLength(6 + 4);
  const outcomes = (rows.document_outcome as string[]).map(
    row =>
      JSON.parse(row) as { state: string; flaws: string; rejection: string },
  );
  const saying = (part: string) =>
    outcomes
      .filter(({ flaws, rejection }) =>
        [...JSON.parse(flaws ?? '[]'), rejection ?? '']
          .map(inEnglish.text)
          .some(text => text.includes(part)),
      )
      .map(({ state }) => state);
  expect(
    saying('(an unpaired surrogate) at /statements/0/predicate/change'),
  ).toEqual(['partial']);
  expect(saying('Statement 1 of 2')).toEqual(['partial', 'partial']);
  expect(saying('observedAt must be a moment')).toEqual([
    'rejected',
    'rejected',
  ]);
  expect(answers).toMatchObject({
    [`/assets/component/default/${'x'.repeat(300)}/compliance`]: [
      400,
      {
        code: 'request-invalid',
        message: expect.stringContaining(
          'path.name is invalid: must have at most 255 characters',
        ),
      },
    ],
  });
});
