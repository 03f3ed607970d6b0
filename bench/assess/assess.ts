import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { createStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import {
  connectBank,
  createBankDatabase,
  dropBankDatabase,
  installedControls,
} from './BankDatabase';
import { fillBank } from './fillBank';
import { latency } from './latency';
import { pairsMarked } from './marked';
import {
  firstPass,
  pagesBeside,
  settle,
  twoWorkers,
  unchangedPass,
} from './passes';
import { peer } from './peer';
import { repeatedControls } from './repeatedControls';
import { type Figures, show } from './report';
import { sizeOnDisk } from './sizeOnDisk';
import { sizes } from './sizes';

const {
  DORA_TEST_POSTGRES: postgres = '',
  BENCH_PEER,
  BENCH_PARTS,
} = process.env;

/** Whether a part is measured; all of them unless BENCH_PARTS names some. */
function isWanted(part: string): boolean {
  return BENCH_PARTS?.split(',').includes(part) ?? true;
}

/** Measures all that is wanted, and adds what it finds to figures. */
async function measure(figures: Figures): Promise<void> {
  const knex = connectBank(postgres);
  try {
    const stores = await createStores(knex);
    const controls = await repeatedControls(sizes.controls);
    const begin = performance.now();
    await fillBank(stores);
    await knex.raw('VACUUM ANALYZE');
    const filled = Math.round((performance.now() - begin) / 1000);
    console.log(`Filled in ${filled} s`);
    const bank = { knex, assessments: stores.assessments, controls };
    Object.assign(figures, await firstPass(bank));
    Object.assign(figures, await sizeOnDisk(knex));
    if (isWanted('pages')) {
      Object.assign(figures, await pagesBeside(bank));
    }
    Object.assign(figures, await unchangedPass(bank, figures));
    if (isWanted('latency')) {
      const compiled = await installedControls(knex);
      Object.assign(figures, await pairsMarked(stores, compiled));
      Object.assign(figures, await latency(postgres, knex));
      await settle();
    }
    if (isWanted('replicas')) {
      Object.assign(figures, await twoWorkers(bank));
    }
  } finally {
    await knex.destroy();
  }
}

/** The peer, and how much faster pairs are decided than it evaluates checks. */
async function besidePeer(folder: string, figures: Figures) {
  const theirs = await peer(folder, postgres);
  const rate = theirs['peer: checks per second'] ?? NaN;
  const ours = (name: string) => figures[`${name}, pairs per second`] ?? NaN;
  return {
    ...theirs,
    'first pass, pairs per second / peer (≥ 3)': ours('first pass') / rate,
    'unchanged pass, pairs per second / peer': ours('unchanged pass') / rate,
  };
}

async function main() {
  const [load] = os.loadavg();
  console.log(`${os.cpus().length} cores, load ${load?.toFixed(1)}`, sizes);
  const figures: Figures = {};
  try {
    await createBankDatabase(postgres);
    await measure(figures);
    await dropBankDatabase(postgres);
    if (BENCH_PEER) {
      Object.assign(figures, await besidePeer(BENCH_PEER, figures));
    }
  } finally {
    show(figures);
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
