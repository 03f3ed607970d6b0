import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import {
  appendFileSync,
  chmodSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { captured } from '../pack/captured.mjs';
import { YARN } from '../run/dependencies.mjs';
import { CACHE, ROOT } from '../run/paths.mjs';
import { Problem } from '../run/Problem.mjs';

/** Where the logs of a failure, and screenshots, stay. */
export const KEPT = path.join(CACHE, 'install-check');

/**
 * A temporary folder outside the checkout, so that no module of the checkout
 * is found by chance, with the log of each step. It is removed at the end,
 * however that comes.
 */
export class Workplace {
  constructor(env) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'dora-install-'));
    process.on('exit', () => this.remove());
    rmSync(KEPT, { recursive: true, force: true });
    mkdirSync(KEPT, { recursive: true });
    this.env = environment(env, this.#yarnIn(path.join(this.folder, 'bin')));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  log(name) {
    return path.join(this.folder, `${name.replace(/[^\w.]+/g, '-')}.log`);
  }

  /** Does a step, and tells how long it took. A failure keeps its log. */
  async step(name, action) {
    const begin = Date.now();
    try {
      const answer = await action();
      console.log(`  ${name}: ${seconds(begin)} s`);
      return answer;
    } catch (error) {
      const kept = path.join(KEPT, path.basename(this.log(name)));
      try {
        copyFileSync(this.log(name), kept);
      } catch {
        throw error;
      }
      const end = readFileSync(kept, 'utf8').trimEnd().split('\n').slice(-40);
      throw new Problem(
        `${name} failed after ${seconds(begin)} s: ${error.message}\n${end.join(
          '\n',
        )}`,
        `read ${path.relative(ROOT, kept)}.`,
      );
    }
  }

  /** Runs a program as a step of its own. */
  async run(name, command, args, options) {
    return this.step(name, async () => {
      const { code, text } = await captured(command, args, {
        ...options,
        env: { ...this.env, ...options?.env },
      });
      appendFileSync(this.log(name), text);
      if (code !== 0) {
        throw new Error(`"${command} ${args.join(' ')}" ended with ${code}`);
      }
      return text;
    });
  }

  /** `yarn` is that of the checkout: a machine for CI need not have one. */
  #yarnIn(bin) {
    mkdirSync(bin);
    const file = path.join(bin, 'yarn');
    writeFileSync(file, `#!/bin/sh\nexec node "${YARN}" "$@"\n`);
    chmodSync(file, 0o755);
    return bin;
  }
}

const seconds = begin => Math.round((Date.now() - begin) / 1000);

/** Secrets and switches of whoever runs this are none of the new app's. */
function environment(env, bin) {
  const kept = Object.entries(env).filter(
    ([name]) =>
      !/^(APP_CONFIG|GITHUB_|POSTGRES_|BACKSTAGE_|NODE_ENV|CI$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: `${bin}${path.delimiter}${env.PATH}`,
    // The app brings Yarn 4.13, which stops at some `yarn add`; see the guide.
    YARN_IGNORE_PATH: '1',
    // No compiler is needed, as in this repository.
    YARN_ENABLE_SCRIPTS: 'false',
    YARN_ENABLE_TELEMETRY: 'false',
    // Two apps of two gigabytes each, mostly the same files.
    YARN_NM_MODE: 'hardlinks-global',
    // Without CI, Yarn may change the lockfile.
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  };
}
