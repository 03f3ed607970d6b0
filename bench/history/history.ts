import { performance } from 'node:perf_hooks';
import {
  type Digest,
  InventoryFilter,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import createKnex, { type Knex } from 'knex';
import { compileCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import { ComplianceQuery } from '../../plugins/dora-compliance-backend/src/read/compliance/ComplianceQuery';
import { KnexControlTexts } from '../../plugins/dora-compliance-backend/src/read/compliance/KnexControlTexts';
import { KnexEvidenceOrigins } from '../../plugins/dora-compliance-backend/src/read/compliance/KnexEvidenceOrigins';
import { writeCursor } from '../../plugins/dora-compliance-backend/src/kernel/paging/cursor';
import { evidenceViews } from '../../plugins/dora-compliance-backend/src/read/evidence/evidenceView';
import { KnexGapClosing } from '../../plugins/dora-compliance-backend/src/read/sources/KnexGapClosing';
import { KnexRegisterQuery } from '../../plugins/dora-compliance-backend/src/read/inventory/KnexRegisterQuery';
import { KnexSourcesQuery } from '../../plugins/dora-compliance-backend/src/read/sources/KnexSourcesQuery';
import {
  createStores,
  type TestStores,
} from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { percentile } from '../percentile';
import { controls, keepBank, toServiceRef } from './bank';
import { fillHistory, computePieceTime, SOURCES } from './fillHistory';

/** Pieces of evidence of the bank at 100 times; a tenth is of one asset. */
const PIECES = Number(process.env.BENCH_PIECES ?? 1_000_000);

/** How often each page is asked for. */
const TIMES = Number(process.env.BENCH_TIMES ?? 100);

const SCALES = [0.01, 0.1, 1];
const limit = 50;
const everything = {
  seesAll: async () => true,
  visible: async () => 'all',
  readable: async () => () => true,
} as never;

type Page = () => Promise<unknown>;

/** Every page, as its operation asks for it. */
async function buildPages(
  knex: Knex,
  stores: TestStores,
  pieces: number,
): Promise<Record<string, Page>> {
  const { evidence, documents, register } = stores;
  const now = toInstant(computePieceTime(pieces));
  const today = now.slice(0, 10);
  const big = toServiceRef(0);
  const kinds = { receives: true, collects: true };
  const sources = new Map(SOURCES.map(id => [id, kinds]));
  const closing = new KnexGapClosing({ knex, sources, lookBack: 0 });
  const query = new KnexSourcesQuery({ knex, sources, quietAfter: 0, closing });
  const compliance = new ComplianceQuery({
    ...stores,
    controls: compileCatalogue(controls),
    closing,
    texts: new KnexControlTexts(knex),
    origins: new KnexEvidenceOrigins(knex, sources),
  });
  const registerQuery = new KnexRegisterQuery(knex, register);
  const visible = 'all' as const;
  const scope = { filter: InventoryFilter.parse({}), visible, today };
  const back = writeCursor(toInstant(computePieceTime(pieces / 2)), '0');
  const listed = async (cursor?: string) => {
    const page = await evidence.list(big, { limit, cursor });
    return evidenceViews(page.items, everything);
  };
  const known = (await evidence.list(big, { limit: 200 })).items;
  let turn = 0;
  const one = () => known[turn++ % known.length]!.evidence;
  const states = ['waiting', 'rejected', 'partial', 'normalised'] as const;
  const byState = states.flatMap(state =>
    [undefined, 'rare'].map(sourceId => {
      const of = sourceId ? ', one source' : '';
      const page = () => documents.list({ state, sourceId, limit, visible });
      return [`documents ${state}${of}`, page] as const;
    }),
  );
  return {
    'floor: 25 rows by key': () => byKey(knex, pieces),
    'compliance view': () => compliance.readCompliance(big, now, everything),
    'one control': () =>
      compliance.readControl(big, 'control-3', { now }, everything),
    'evidence, first page': () => listed(),
    'evidence, far back': () => listed(back),
    'one piece of evidence': () => evidence.find(big, one().id),
    'its document': () => evidence.readDocument(big, one().documentDigest),
    ...Object.fromEntries(byState),
    'documents partial, a reader of one asset': () =>
      documents.list({ state: 'partial', limit, visible: [big] }),
    processing: () => documents.count(),
    sources: () => query.list(now, visible),
    'targets of a source': () =>
      query.listTargets('github', { limit, visible }),
    'gaps of a source': () => query.listGaps('github', { limit, visible }, now),
    'backfills of a source': () =>
      query.listBackfills('github', { limit, visible }),
    inventory: () => registerQuery.list(scope, { sort: 'title', limit }),
    'summary of the inventory': () => registerQuery.summarise(scope),
    'asset record': () =>
      registerQuery.readRecord(big, today, false, everything),
    'uninventoried pipelines': () =>
      registerQuery.listUninventoried({ limit, visible }),
  };
}

/** The least a page could cost: other rows each time. */
function byKey(knex: Knex, pieces: number) {
  const digests = Array.from({ length: 25 }, () =>
    Math.floor(Math.random() * pieces),
  ).map(n => knex.raw("'sha256:' || encode(sha256(?::text::bytea), 'hex')", n));
  return knex('document').whereIn('digest', digests as unknown as Digest[]);
}

type Times = { p50: number; p95: number };

async function measure(pages: Record<string, Page>) {
  const times: Record<string, Times> = {};
  for (const [name, page] of Object.entries(pages)) {
    const all: number[] = [];
    for (let n = 0; n < TIMES; n++) {
      const begin = performance.now();
      await page();
      all.push(performance.now() - begin);
    }
    times[name] = { p50: percentile(all, 0.5), p95: percentile(all, 0.95) };
  }
  return times;
}

async function measureAll(knex: Knex) {
  const stores = await createStores(knex);
  await keepBank(stores, toInstant(computePieceTime(PIECES)));
  const measured: Record<string, Times>[] = [];
  let filled = 0;
  for (const scale of SCALES) {
    const pieces = Math.round(PIECES * scale);
    const begin = performance.now();
    await fillHistory(knex, filled, pieces);
    const seconds = Math.round((performance.now() - begin) / 1000);
    const { rows } = await knex.raw(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    const mebibytes = Math.round(Number(rows[0].bytes) / 1024 / 1024);
    console.log(`${pieces} pieces: filled in ${seconds} s, ${mebibytes} MiB`);
    filled = pieces;
    measured.push(await measure(await buildPages(knex, stores, pieces)));
  }
  return measured;
}

async function main() {
  const server = process.env.DORA_TEST_POSTGRES ?? '';
  const admin = createKnex({ client: 'pg', connection: server });
  await admin.raw('DROP DATABASE IF EXISTS bench_history');
  await admin.raw('CREATE DATABASE bench_history');
  const connection = `${server}/bench_history`;
  const knex = createKnex({ client: 'pg', connection });
  try {
    console.table(buildTable(await measureAll(knex)));
  } finally {
    await knex.destroy();
    await admin.raw('DROP DATABASE bench_history');
    await admin.destroy();
  }
}

function buildTable(measured: readonly Record<string, Times>[]) {
  const [first, second, last] = measured;
  const floor = last?.['floor: 25 rows by key']?.p50 ?? NaN;
  return Object.fromEntries(
    Object.keys(last ?? {}).map(name => {
      const [a, b, c] = [first, second, last].map(times => times?.[name]);
      return [
        name,
        {
          '1 p50, ms': round(a?.p50),
          '1 p95, ms': round(a?.p95),
          '10 p50, ms': round(b?.p50),
          '100 p50, ms': round(c?.p50),
          '100 p95, ms': round(c?.p95),
          'growth of p50': round((c?.p50 ?? NaN) / (a?.p50 ?? NaN)),
          '100 p50 / floor': round((c?.p50 ?? NaN) / floor),
        },
      ];
    }),
  );
}

function round(value = NaN): number {
  return Math.round(value * 100) / 100;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
