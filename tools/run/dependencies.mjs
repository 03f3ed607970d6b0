import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { terminal } from './StepLog.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.installed-from');

/** Yarn as kept in the checkout. */
export const YARN = path.join(ROOT, '.yarn/releases/yarn-4.18.1.cjs');

/** Installs the dependencies, unless those of this yarn.lock are there. */
export async function installDependencies(env, log = terminal) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'yarn.lock')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) {
    return;
  }
  log.say('Installing dependencies (one to two minutes)');
  const code = await log.run('node', [YARN, 'install', '--immutable'], { env });
  if (code !== 0) {
    throw new Problem(
      'The dependencies could not be installed.',
      'read the lines above, and check that the npm registry can be reached.',
    );
  }
  writeFileSync(STAMP, lock);
}
