import { existsSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { terminal } from './StepLog.mjs';

const VERSION = '24.21.0';

/** The lowest minor version of each major one, as in `engines` (ADR 0026). */
const ACCEPTED = { 22: 19, 24: 6 };

/** Whether a Node version such as `v20.1.0` is one we run on. */
export function isAccepted(version) {
  const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(version) ?? [];
  return Number(minor) >= ACCEPTED[major];
}

/**
 * The environment to run everything in: Node 22 or 24 first in the path. Where
 * the installed one is neither, or is too old, Node 24 comes from npm.
 * The package `node` only installs the package of its platform, by a script
 * that newer npm does not run, so that one is installed directly. It carries
 * the headers for native builds, too.
 */
export async function nodeEnvironment(log = terminal) {
  // Headers of another Node must not get into native builds.
  const { npm_config_nodedir: inherited, ...env } = process.env;
  if (isAccepted(process.version)) {
    return env;
  }
  const folder = path.join(CACHE, 'node');
  const name = `node-${process.platform}-${process.arch}`;
  const home = path.join(folder, 'node_modules', name);
  const bin = process.platform === 'win32' ? home : path.join(home, 'bin');
  if (!existsSync(path.join(bin, 'node'))) {
    log.say(
      `Node ${process.version} is neither 22.19 or newer nor 24.6 or newer: installing Node ${VERSION} in .cache (about 20 seconds)`,
    );
    const code = await log.run('npm', [
      'install',
      '--silent',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      folder,
      `${name}@${VERSION}`,
    ]);
    if (code !== 0) {
      throw new Problem(
        `Node ${VERSION} could not be installed from npm.`,
        'check that npm reaches its registry, or install Node 24 yourself.',
      );
    }
  }
  return {
    ...env,
    PATH: `${bin}${path.delimiter}${env.PATH}`,
    npm_config_nodedir: home,
  };
}
