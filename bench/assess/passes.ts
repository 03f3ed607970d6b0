import os from 'node:os';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { compileCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import type { AssessmentStore } from '../../plugins/dora-compliance-backend/src/assess/AssessmentStore';
import { countRows, markAllDue } from './BankDatabase';
import { now } from './clock';
import { floorSeconds } from './floor';
import { changeRound } from './repeatedControls';
import type { Figures } from './report';
import { type MachineFigures, runPass } from './runPass';
import { sizes } from './sizes';
import { withWorker } from './WorkerProcess';

/** What the passes are made over. */
export type Bank = {
  knex: Knex;
  assessments: AssessmentStore;
  controls: readonly Control[];
};

const FLOOR = 'floor: inserts of the results, s';

/** The first pass, and the driver alone that writes the same results. */
export async function firstPass(bank: Bank): Promise<Figures> {
  const { knex } = bank;
  await install(bank, bank.controls);
  const first = await runPass(bank, 'first');
  const floor = await floorSeconds(knex);
  await knex.raw('VACUUM ANALYZE');
  return {
    pairs: first.pairs,
    [FLOOR]: floor,
    ...computeFigures('first pass', first),
    'first pass / floor (≤ 3)': first.seconds / floor,
  };
}

/** A pass over everything in which nothing changed, and one over nothing. */
export async function unchangedPass(
  bank: Bank,
  known: Figures,
): Promise<Figures> {
  const { knex } = bank;
  const written = await countRows(knex, 'assessment');
  await markAllDue(knex);
  const pass = await runPass(bank, 'unchanged');
  const added = (await countRows(knex, 'assessment')) - written;
  const none = await withWorker(worker => worker.pass('nothing'));
  return {
    ...computeFigures('unchanged pass', pass),
    'unchanged pass / first (≤ 0.5)':
      pass.seconds / (known['first pass, s'] ?? NaN),
    'unchanged pass / floor': pass.seconds / (known[FLOOR] ?? NaN),
    'unchanged pass, assessments written': added,
    'nothing due: statements': none.statements,
    'nothing due: bytes read': none.bytes,
  };
}

function computeFigures(name: string, pass: MachineFigures): Figures {
  const { seconds, pairs, statements, bytes, awaited, cpu, machine } = pass;
  return {
    [`${name}, s`]: seconds,
    [`${name}, pairs per second`]: pairs / seconds,
    [`${name}, statements per pair`]: statements / pairs,
    [`${name}, bytes read per pair`]: bytes / pairs,
    [`${name}, waiting for PostgreSQL, s`]: awaited,
    [`${name}, CPU of the worker, s`]: cpu,
    [`${name}, CPU of the machine, s`]: machine,
    [`${name}, memory growth, MiB (< 150)`]: pass.memory,
  };
}

/**
 * Pages beside a pass, beside pages while nothing else goes on. Leaves pairs
 * that are due.
 */
export async function pagesBeside({ knex }: Bank): Promise<Figures> {
  await markAllDue(knex);
  const { idle, beside, pairsPerSecond } = await withWorker(worker =>
    worker.reads(sizes.reads),
  );
  return {
    'page alone p50, ms': idle.p50,
    'page alone p95, ms': idle.p95,
    'page beside a pass p50, ms': beside.p50,
    'page beside a pass p95, ms': beside.p95,
    'page p95 / alone (≤ 2)': beside.p95 / idle.p95,
    'pairs per second beside pages': pairsPerSecond,
  };
}

/** One round of the controls changes for one worker, and another for two. */
export async function twoWorkers(bank: Bank): Promise<Figures> {
  const alone = changeRound(bank.controls, 0);
  await install(bank, alone);
  const one = await runPass(bank, 'changed');
  await install(bank, changeRound(alone, 1));
  const two = await runPass(bank, 'changed-of-two', 2);
  return {
    'controls changed, one worker, pairs per second': one.pairs / one.seconds,
    'controls changed, two workers, pairs per second': two.pairs / two.seconds,
    'two workers / one': two.pairs / two.seconds / (one.pairs / one.seconds),
    'busy part of the machine, one worker': busy(one),
    'busy part of the machine, two workers': busy(two),
  };
}

/** Processes what is left, so that it is not measured with what comes next. */
export async function settle(): Promise<void> {
  await withWorker(worker => worker.pass('rest'));
}

async function install({ assessments }: Bank, controls: readonly Control[]) {
  const compiled = [...compileCatalogue(controls).values()];
  await assessments.install(
    compiled.map(({ control, digest, codeDigest, versions, reads }) => ({
      control,
      digest,
      codeDigest,
      versions,
      reads,
    })),
    now(),
  );
}

function busy({ machine, seconds }: MachineFigures): number {
  return machine / seconds / os.cpus().length;
}
