import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, Problem } from '../run/Problem.mjs';
import { mutateControls } from './mutateControls.mjs';
import { mutateEngine } from './mutateEngine.mjs';
import { ENGINE } from './paths.mjs';
import { writeReport } from './writeReport.mjs';

const USAGE = `yarn mutate [--concurrency <number>] [<folder> ...]

Changes the engine and the controls in small ways, and counts how many of these
mutants a test notices. A folder is one of plugins/dora-compliance-engine/src, such
as lineage or judgement/gates; "controls" are the control files; "report" writes the
results to docs/reference/mutation.md. By default: all of them.`;

main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concurrency: { type: 'string', default: '2' } },
  });
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new Problem(USAGE, 'give --concurrency a number from 1 on.');
  }
  const folders =
    positionals.length > 0
      ? positionals
      : ['controls', ...listFolders(), 'report'];
  const unknown = folders.find(
    folder =>
      !['controls', 'report'].includes(folder) &&
      !existsSync(path.join(ENGINE, 'src', folder)),
  );
  if (unknown) {
    throw new Problem(
      USAGE,
      `there is no folder "${unknown}"; name one of ${listFolders().join(
        ', ',
      )}.`,
    );
  }
  let isEnough = true;
  for (const folder of folders) {
    if (folder === 'controls') {
      isEnough = mutateControls() && isEnough;
    } else if (folder === 'report') {
      isEnough = writeReport() && isEnough;
    } else {
      await mutateEngine(folder, { concurrency });
    }
  }
  return isEnough ? 0 : 1;
});

/** Folders of the engine that have code which decides. */
function listFolders() {
  const list = folder =>
    readdirSync(path.join(ENGINE, 'src', folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => path.posix.join(folder, entry.name))
      .sort();
  const withoutCode = ['laws', 'testing'];
  return [
    ...list('').filter(folder => !withoutCode.includes(folder)),
    ...list('judgement'),
  ];
}
