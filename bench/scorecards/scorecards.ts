import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { compileCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import { markScores } from '../../plugins/dora-compliance-backend/src/due/KnexMarkScores';
import { migrate } from '../../plugins/dora-compliance-backend/src/kernel/database/migrate';
import { foldScores } from '../../plugins/dora-compliance-backend/src/scores/KnexFoldScores';
import {
  connectBank,
  createBankDatabase,
  dropBankDatabase,
} from '../assess/BankDatabase';
import { repeatedControls } from '../assess/repeatedControls';
import { type Figures, show } from '../assess/report';
import { watchMemory } from '../assess/watchMemory';
import { sizes } from '../assess/sizes';
import { percentile } from '../percentile';
import { fillChanges, fillHistory, fillScores, TEAMS } from './fillScores';
import { peerReads, timeEach } from './peerReads';
import { serveScorecards } from './serveScorecards';

const { DORA_TEST_POSTGRES = '', BENCH_PEER } = process.env;

const TODAY = '2026-11-01';
const THREE_YEARS = 1096;
const CHANGES = 1000;

/** How many bursts there are while reads are timed. */
const BURSTS = 5;

/** How many entries of the queue are processed at once, as the workers do. */
const BATCH = 2000;

/** Scores take a tenth of the time while statuses change, as the workers do. */
const REST = 9;

async function main() {
  await createBankDatabase(DORA_TEST_POSTGRES);
  const knex = connectBank(DORA_TEST_POSTGRES);
  try {
    await migrate({ getClient: async () => knex });
    const controls = await repeatedControls(sizes.controls);
    await fillScores(knex, sizes.assets, controls);
    const fold = async () => {
      const begin = performance.now();
      const options = { controls, limit: BATCH, today: TODAY };
      while ((await foldScores(knex, options)) > 0);
      return (performance.now() - begin) / 1000;
    };
    const first = await fold();
    const changed = await changeStatuses(knex, controls[0]!.id);
    const burst = await fold();
    await fillHistory(knex, THREE_YEARS);
    await fillChanges(knex);
    await knex.raw('VACUUM ANALYZE');
    const server = await serveScorecards(knex, compileCatalogue(controls));
    const team = (n: number) =>
      server.get(
        `/scorecard?of=group&ref=group:default/t${n % TEAMS}&limit=25`,
      );
    const nameAsset = (n: number) => `component:default/c${n % sizes.assets}`;
    const asset = (n: number) =>
      server.get(`/scorecard?of=asset&ref=${nameAsset(n)}`);
    const organization = () => server.get('/scorecard?limit=25');
    const years = '&from=2023-11-01&to=2026-11-01';
    const trend = (n: number) =>
      server.get(
        `/scorecard/trend?of=group&ref=group:default/t${n % TEAMS}${years}`,
      );
    const wholeTrend = () =>
      server.get(`/scorecard/trend?of=organization${years}`);
    await timeEach(20, team);
    const calm = await timeEach(2000, asset);
    const memory = watchMemory();
    const busy = await timeWhile(
      (async () => {
        for (const { id } of controls.slice(1, 1 + BURSTS)) {
          await changeStatuses(knex, id);
          const seconds = await fold();
          await setTimeout(Math.max(0.5, REST * seconds) * 1000);
        }
      })(),
      asset,
    );
    const grown = memory.stop();
    const figures: Figures = {
      'all scores for the first time, s': first,
      [`statuses of ${CHANGES} assets, written alone, s`]: changed,
      [`scores after them, s`]: burst,
      'memory while they are counted, MiB more': grown,
      'one asset over HTTP, nothing else: p95, ms': percentile(calm, 0.95),
      'one asset over HTTP while scores are counted: p95, ms': percentile(
        busy,
        0.95,
      ),
      ...summarize('team, a page of 25 and totals', await timeEach(100, team)),
      ...summarize('one asset over HTTP', await timeEach(100, asset)),
      ...summarize(
        'one asset in the store',
        await timeEach(100, n => server.readAsset(nameAsset(n))),
      ),
      ...summarize('organization', await timeEach(100, organization)),
      ...summarize(
        'parts by team',
        await timeEach(50, () => server.get('/scorecards?by=group')),
      ),
      ...summarize(
        'actions of a team',
        await timeEach(50, n =>
          server.get(`/actions?group=group:default/t${n % TEAMS}`),
        ),
      ),
      ...summarize('trend of a team, three years', await timeEach(50, trend)),
      ...summarize('trend of the organization', await timeEach(50, wholeTrend)),
      ...summarize(
        'changes of a team in a month',
        await timeEach(50, n =>
          server.get(
            `/scorecard/changes?of=group&ref=group:default/t${
              n % TEAMS
            }&since=2026-09-25T00:00:00.000Z`,
          ),
        ),
      ),
      'scores of three years, GiB': await readSize(knex, 'score_day'),
      'changes of three years, GiB': await readSize(knex, 'status_change'),
      'rows of scores': await countAll(knex, 'score_day'),
      'rows of changes': await countAll(knex, 'status_change'),
    };
    server.stop();
    show(figures);
  } finally {
    await knex.destroy();
    await dropBankDatabase(DORA_TEST_POSTGRES);
  }
  if (BENCH_PEER) {
    show(await peerReads(BENCH_PEER, DORA_TEST_POSTGRES));
  }
}

/** The time of each call until some work is done. */
async function timeWhile(
  work: Promise<unknown>,
  call: (n: number) => Promise<unknown>,
): Promise<number[]> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  while (!isDone) {
    times.push(...(await timeEach(1, () => call(times.length))));
  }
  await done;
  return times;
}

/** The floor of a burst: one statement with all statuses, and nothing else. */
async function changeStatuses(
  knex: ReturnType<typeof connectBank>,
  controlId: string,
): Promise<number> {
  const refs = Array.from(
    { length: CHANGES },
    (_, n) => `component:default/c${n}`,
  );
  const begin = performance.now();
  await knex('control_status')
    .where('control_id', controlId)
    .whereIn('entity_ref', refs)
    .update({ status: 'risk-accepted' });
  const seconds = (performance.now() - begin) / 1000;
  await knex.transaction(transaction => markScores(transaction, refs));
  return seconds;
}

async function readSize(
  knex: ReturnType<typeof connectBank>,
  table: string,
): Promise<number> {
  const { rows } = await knex.raw(
    'SELECT pg_total_relation_size(?::regclass) AS bytes',
    [table],
  );
  return Number(rows[0].bytes) / 1024 ** 3;
}

async function countAll(knex: ReturnType<typeof connectBank>, table: string) {
  const row = await knex(table).count({ n: '*' }).first();
  return Number(row?.n);
}

function summarize(name: string, times: readonly number[]): Figures {
  return {
    [`${name}: p50, ms`]: percentile(times, 0.5),
    [`${name}: p95, ms`]: percentile(times, 0.95),
  };
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
