import { setTimeout as sleep } from 'node:timers/promises';
import {
  statementDigest,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  DRILL_SECRET,
  DrillBackend,
} from '../../packages/backend/src/__testUtils__/DrillBackend';
import { postgresStore } from '../../packages/backend/src/__testUtils__/DrillStore';
import { createGithubEvidenceSource } from '../../plugins/dora-compliance-backend-module-github/src';
import { deliveryNumber } from '../ingest/deliveries';
import { sendThroughFaults } from './sendThroughFaults';

const DELIVERIES = Number(process.env.DRILL_DELIVERIES ?? 50_000);
const BACKEND_KILLS = Number(process.env.DRILL_BACKEND_KILLS ?? 20);
const POSTGRES_KILLS = Number(process.env.DRILL_POSTGRES_KILLS ?? 5);

/** A run of a repository of the example bank, so that controls become due. */
const deliveryOfBank = (n: number) =>
  deliveryNumber(n, DRILL_SECRET, 'meridian-bank/onboarding-portal');

/** Compares what is kept with what was sent; answers what is wrong. */
async function findFaults(knex: Knex): Promise<string[]> {
  const faults: string[] = [];
  const expect = (what: string, is: unknown, should: unknown) => {
    if (is !== should) {
      faults.push(`${what}: ${is}, not ${should}`);
    }
  };
  const count = async (query: Knex.QueryBuilder) =>
    Number((await query.count({ n: '*' }).first())?.n);
  const ofSource = { source_id: 'github' };
  expect(
    'documents',
    await count(knex('document').where(ofSource)),
    DELIVERIES,
  );
  expect('deliveries', await count(knex('delivery')), DELIVERIES);
  const documents = knex('document').where(ofSource).select('number');
  const outcomes = knex('document_outcome').whereIn(
    'document_number',
    documents,
  );
  expect('outcomes', await count(outcomes.clone()), DELIVERIES);
  expect(
    'normalised',
    await count(outcomes.clone().where('state', 'normalised')),
    DELIVERIES,
  );
  const kept = new Set<string>(
    await knex('evidence').where(ofSource).pluck('id'),
  );
  const subjects: { id: string; n: string }[] = await knex('evidence')
    .join(
      'evidence_subject',
      'evidence_subject.evidence_number',
      'evidence.number',
    )
    .where(ofSource)
    .groupBy('id')
    .select('id')
    .count({ n: '*' });
  const keys = new Map(subjects.map(row => [row.id, Number(row.n)]));
  const source = createGithubEvidenceSource({
    webhookSecrets: [DRILL_SECRET],
    productionEnvironments: [],
    protectedBranches: [],
    events: false,
  });
  let expected = 0;
  for (let n = 0; n < DELIVERIES; n++) {
    const normalised = source.normalise(deliveryOfBank(n));
    if (normalised.outcome === 'normalised') {
      for (const statement of normalised.statements) {
        const id = statementDigest(statement);
        expected += 1;
        if (!kept.has(id)) {
          faults.push(`delivery ${n} is not in effect`);
        }
        const own = new Set(statement.subjects.map(subjectKey)).size;
        expect(`subjects of delivery ${n}`, keys.get(id), own);
      }
    }
  }
  expect('pieces of evidence', kept.size, expected);
  return faults;
}

async function idle(knex: Knex) {
  for (;;) {
    const [documents] = await knex('document_queue').count({ n: '*' });
    const [pairs] = await knex('assessment_queue')
      .where('due_at', '<=', new Date().toISOString())
      .count({ n: '*' });
    if (Number(documents?.n) + Number(pairs?.n) === 0) {
      return;
    }
    await sleep(500);
  }
}

/**
 * Has every pair of asset and control assessed again over all evidence: a
 * status that changes by it was not assessed after its last evidence.
 */
async function outdatedStatuses(knex: Knex): Promise<string[]> {
  const statuses = async () => {
    const rows: Record<
      'entity_ref' | 'control_id' | 'result_digest',
      string
    >[] = await knex('control_status').select(
      'entity_ref',
      'control_id',
      'result_digest',
    );
    return new Map(
      rows.map(row => [
        `${row.entity_ref} ${row.control_id}`,
        row.result_digest,
      ]),
    );
  };
  const before = await statuses();
  await knex.raw(
    `INSERT INTO assessment_queue (entity_ref, control_id, due_at)
     SELECT asset.entity_ref, control.id, now() FROM asset CROSS JOIN control
     ON CONFLICT (entity_ref, control_id) DO UPDATE SET due_at = now()`,
  );
  await idle(knex);
  const after = await statuses();
  return [...after]
    .filter(([pair, digest]) => before.get(pair) !== digest)
    .map(([pair]) => `${pair}: the status was not that of its evidence`);
}

async function main() {
  const { startOwnPostgres } = await import('../../tools/run/postgres.mjs');
  const postgres = await startOwnPostgres({ durable: true });
  const store = postgresStore(postgres.url);
  const backend = new DrillBackend(store);
  try {
    await backend.start();
    const tally = await sendThroughFaults({
      deliveries: DELIVERIES,
      delivery: deliveryOfBank,
      backend,
      backendKills: BACKEND_KILLS,
      postgresKills: POSTGRES_KILLS,
      crash: postgres.crash,
      report: console.log,
    });
    const knex = store.connect();
    await idle(knex);
    const faults = [
      ...(await findFaults(knex)),
      ...(await outdatedStatuses(knex)),
    ];
    const assessed = await knex('control_status').count({ n: '*' }).first();
    await knex.destroy();
    console.table({
      ...tally,
      statuses: Number(assessed?.n),
      faults: faults.length,
    });
    faults.slice(0, 20).forEach(fault => console.error(fault));
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await backend.end();
    await postgres.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
