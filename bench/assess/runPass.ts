import os from 'node:os';
import { performance } from 'node:perf_hooks';
import type { AssessmentStore } from '../../plugins/dora-compliance-backend/src/assess/AssessmentStore';
import { now } from './clock';
import { showCosts } from './report';
import type { PassFigures } from './worker';
import { WorkerProcess } from './WorkerProcess';

/** With the seconds for which all CPUs were busy, whoever used them. */
export type MachineFigures = PassFigures & { machine: number };

/** Has new workers process what is due. @param name - of the profile */
export async function runPass(
  { assessments }: { assessments: AssessmentStore },
  name: string,
  count = 1,
): Promise<MachineFigures> {
  const all = await Promise.all(
    Array.from({ length: count }, () => WorkerProcess.start()),
  );
  try {
    const cpu = cpuOfMachine();
    const begin = performance.now();
    const figures = await Promise.all(
      all.map((worker, n) => worker.pass(count > 1 ? `${name}-${n}` : name)),
    );
    const seconds = (performance.now() - begin) / 1000;
    const machine = cpuOfMachine() - cpu;
    const due = await assessments.countDue(now());
    if (due > 0) {
      throw new Error(`${due} pairs are still due after the pass ${name}`);
    }
    figures.forEach(one => showCosts(name, one));
    const pairs = figures.reduce((sum, one) => sum + one.pairs, 0);
    return { ...figures[0]!, seconds, pairs, machine };
  } finally {
    await Promise.all(all.map(worker => worker.stop()));
  }
}

/** Seconds for which the CPUs were busy since the start of the machine. */
function cpuOfMachine(): number {
  const sumBusy = ({ times: { user, nice, sys, irq } }: os.CpuInfo) =>
    user + nice + sys + irq;
  return os.cpus().reduce((sum, one) => sum + sumBusy(one), 0) / 1000;
}
