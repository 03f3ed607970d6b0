import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { ROOT } from './paths.mjs';
import { Problem } from './Problem.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.installed-from');

/** Yarn as kept in the checkout. */
export const YARN = path.join(ROOT, '.yarn/releases/yarn-4.18.1.cjs');

/** Installs the dependencies, unless those of this yarn.lock are there. */
export async function installDependencies(env) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'yarn.lock')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) {
    return;
  }
  console.log('Installing dependencies (one to two minutes)');
  const code = await run('node', [YARN, 'install', '--immutable'], { env });
  if (code !== 0) {
    throw new Problem(
      'The dependencies could not be installed.',
      'read the lines above; check that the npm registry can be reached.',
    );
  }
  writeFileSync(STAMP, lock);
}
