import path from 'node:path';
import { LOGS } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { StepLog } from './StepLog.mjs';

/** Lines of the log of a failed step that are shown. */
const SHOWN = 300;

/**
 * Runs steps one after the other and shows one line for each: which, of how
 * many, and how long it took. Stops at the first that fails and shows what it
 * printed.
 *
 * @param steps - `{ name, run }`, where run gets a StepLog and answers an exit
 * code or nothing; it fails when the code is not 0 or it throws a Problem
 * @param options - `folder` of the logs, `out` to write to, clock `now` in ms
 */
export async function runSteps(
  steps,
  { folder = LOGS, out = process.stdout, now = Date.now } = {},
) {
  for (const [index, { name, run }] of steps.entries()) {
    const place = `[${index + 1}/${steps.length}]`.padStart(7);
    const line = `${place} ${name}`;
    const log = new StepLog(path.join(folder, logName(index, name)));
    const begin = now();
    const seconds = () => `${Math.round((now() - begin) / 1000)} s`;
    const stopClock = showClock(out, line, seconds);
    let fault;
    try {
      const code = (await run(log)) ?? 0;
      fault = code === 0 ? undefined : new Problem('', '');
    } catch (error) {
      fault = error;
    }
    stopClock();
    log.close();
    if (fault) {
      out.write(`${dotted(line)} failed after ${seconds()}\n\n`);
      throw failure(`${place.trim()} ${name}`, log, fault);
    }
    out.write(`${dotted(line)} ${seconds()}\n`);
  }
}

function failure(step, log, fault) {
  const shown = log.tail(SHOWN);
  const cause = fault instanceof Problem ? fault.what : fault.stack;
  return new Problem(
    [shown, cause, `${step} failed.`].filter(Boolean).join('\n'),
    fault.fix || `read the lines above; all of them are in ${log.file}`,
  );
}

/** In a terminal, shows the seconds while a step runs. */
function showClock(out, line, seconds) {
  if (!out.isTTY) {
    return () => {};
  }
  const show = () => out.write(`\r${dotted(line)} ${seconds()}`);
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    out.write('\r');
  };
}

function dotted(line) {
  return `${line} `.padEnd(68, '.');
}

function logName(index, name) {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? [];
  const number = String(index + 1).padStart(2, '0');
  return `${number}-${words.slice(0, 4).join('-')}.log`;
}
