import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  computeDigest,
  type Statement,
  statementDigest,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import {
  deliveries,
  type Delivery,
  buildRequest,
} from '@ict-assurance/example-bank';
import type { Knex } from 'knex';
import { DrillBackend } from './__testUtils__/DrillBackend';
import {
  type DrillStore,
  postgresStore,
  sqliteStore,
} from './__testUtils__/DrillStore';
import { drawKills, killDrill } from './__testUtils__/killDrill';

// Ends a drill that hangs, on a machine however slow.
jest.setTimeout(1_800_000);

const CONCURRENCY = 6;
const server = process.env.DORA_TEST_POSTGRES;
const stores = [
  { name: 'SQLite', open: sqliteStore },
  ...(server
    ? [{ name: 'PostgreSQL', open: () => postgresStore(server) }]
    : []),
];

const sent = deliveries(new Date().toISOString().slice(0, 10));

/** What the releases report about, in the order of the statuses below. */
const controls = [
  'chg-02-independent-approval',
  'chg-05-traceability',
  'gov-03-accountable-owner',
];

/** Statuses of each service on these, as reported by the releases. */
const told = {
  'fraud-scoring': ['not-satisfied', 'not-satisfied', 'satisfied'],
  ledger: ['not-satisfied', 'not-satisfied', 'satisfied'],
  'payment-gateway': ['not-satisfied', 'satisfied', 'satisfied'],
  'statement-renderer': ['satisfied', 'satisfied', 'satisfied'],
};

const buildBody = (delivery: Delivery) => buildRequest(delivery, '').body;

/** What the deliveries say, without a backend. */
function readStatements(all: readonly Delivery[]): Statement[] {
  const source = createGithubEvidenceSource({
    webhookSecrets: [],
    events: false,
    productionEnvironments: [],
    protectedBranches: [],
  });
  return all.flatMap(delivery => {
    const normalised = source.normalise({
      headers: { 'x-github-event': delivery.event },
      body: new TextEncoder().encode(buildBody(delivery)),
    });
    return normalised.outcome === 'normalised' ? normalised.statements : [];
  });
}

const unique = (values: Iterable<string>) => [...new Set(values)].sort();

async function until(what: string, isSo: () => Promise<boolean>) {
  const end = Date.now() + 600_000;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`After ten minutes still not so: ${what}`);
    }
    await sleep(200);
  }
}

/** As the subjects of evidence are found. */
const hashSubject = (subject: Subject) =>
  hash('sha256', subjectKey(subject)).slice(0, 32);

const isIdle = async (knex: Knex) =>
  (await knex('document_queue')).length === 0 &&
  (
    await knex('assessment_queue').where(
      'due_at',
      '<=',
      new Date().toISOString(),
    )
  ).length === 0;

/** Statuses of each service, in the order of the controls. */
async function statuses(knex: Knex) {
  const rows: { entity_ref: string; status: string }[] = await knex(
    'control_status',
  )
    .whereIn(
      'entity_ref',
      Object.keys(told).map(name => `component:default/${name}`),
    )
    .whereIn('control_id', controls)
    .orderBy(['entity_ref', 'control_id'])
    .select('entity_ref', 'status');
  const found: Record<string, string[]> = {};
  for (const { entity_ref, status } of rows) {
    (found[entity_ref.replace('component:default/', '')] ??= []).push(status);
  }
  return found;
}

const servicesAreOwned = async (knex: Knex) =>
  Object.values(await statuses(knex)).filter(
    ([, , owner]) => owner === 'satisfied',
  ).length === Object.keys(told).length;

it('drills on PostgreSQL, too, where everything is tested', () => {
  expect(Boolean(server) || !process.env.CI).toBe(true);
});

describe.each(stores)('a backend on $name that is killed', ({ open }) => {
  let store: DrillStore;
  let backend: DrillBackend;
  let knex: Knex;

  beforeAll(async () => {
    store = open();
    backend = new DrillBackend(store);
    await backend.start();
    knex = store.connect();
    await until('services are owned', () => servicesAreOwned(knex));
  });

  afterAll(async () => {
    await backend.end();
    await knex?.destroy();
    await store.drop();
  });

  it('loses nothing it said it kept, and keeps nothing twice', async () => {
    const kills = drawKills({
      seed: 2555,
      count: 3,
      deliveries: sent.length,
      concurrency: CONCURRENCY,
    });
    // The last one for certain between receiving and deciding.
    kills[2] = { after: 1, held: true };
    const found = await killDrill({
      backend,
      store,
      knex,
      deliveries: sent,
      kills,
      concurrency: CONCURRENCY,
    });
    await until('nothing is waiting', () => isIdle(knex));

    const documents: string[] = await knex('document')
      .where('source_id', 'github')
      .orderBy('digest')
      .pluck('digest');
    expect(documents).toEqual(
      unique(sent.map(one => computeDigest(buildBody(one)))),
    );
    const outcomes = await knex('document_outcome')
      .join('document', 'document.number', 'document_outcome.document_number')
      .whereIn('digest', documents)
      .orderBy('digest')
      .select('digest', 'state', 'rejection');
    expect(outcomes).toEqual(
      documents.map(digest => ({
        digest,
        state: 'normalised',
        rejection: null,
      })),
    );

    const statements = readStatements(sent);
    const evidence: string[] = await knex('evidence')
      .where('source_id', 'github')
      .pluck('id');
    expect(evidence.sort()).toEqual(unique(statements.map(statementDigest)));
    const subjects: { subject: Buffer; id: string }[] = await knex('evidence')
      .join(
        'evidence_subject',
        'evidence_subject.evidence_number',
        'evidence.number',
      )
      .whereIn('id', evidence)
      .select('subject', 'id');
    expect(
      subjects
        .map(({ subject, id }) => `${id} ${subject.toString('hex')}`)
        .sort(),
    ).toEqual(
      unique(
        statements.flatMap(statement =>
          statement.subjects.map(
            subject => `${statementDigest(statement)} ${hashSubject(subject)}`,
          ),
        ),
      ),
    );
    expect(await statuses(knex)).toEqual(told);

    // It was what it says: a kill in the middle, with work at hand.
    expect(found.every(({ unanswered }) => unanswered > 0)).toBe(true);
    expect(found[2]!.waiting).toBeGreaterThan(0);
  });
});
