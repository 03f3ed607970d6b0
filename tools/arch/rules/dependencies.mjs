import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const require = createRequire(import.meta.url);

/** Imports break the rules of `dependencies.cjs`. */
export async function dependencies(root, folders = ['plugins', 'packages']) {
  const { forbidden, options } = require('../dependencies.cjs');
  const { output } = await cruise(
    folders,
    { ...options, validate: true, ruleSet: { forbidden }, baseDir: root },
    undefined,
    { tsConfig: extractTSConfig(path.join(root, options.tsConfig.fileName)) },
  );
  return output.summary.violations.map(
    ({ from, to, rule, cycle, comment }) => ({
      file: from,
      line: 1,
      message: `${rule.name}: ${describeImport(from, to, cycle)}; ${
        comment ?? findComment(forbidden, rule.name)
      }`,
    }),
  );
}

function describeImport(from, to, cycle) {
  return cycle
    ? `imports itself by way of ${cycle.map(({ name }) => name).join(', ')}`
    : `imports ${to}`;
}

function findComment(forbidden, name) {
  return forbidden.find(rule => rule.name === name).comment;
}
