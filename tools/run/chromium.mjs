import { existsSync } from 'node:fs';
import { output } from './command.mjs';
import { ROOT } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { terminal } from './StepLog.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * A Chromium for the journeys: CHROMIUM_PATH, an installed one, Playwright's,
 * or Debian's package. Answers its path.
 */
export async function findChromium(env, log = terminal) {
  const found =
    process.env.CHROMIUM_PATH ??
    (await installed()) ??
    (await ofPlaywright(env, log)) ??
    (await ofDebian(log));
  if (!found) {
    throw new Problem(
      'There is no Chromium, and none could be installed.',
      'install one and give its path in CHROMIUM_PATH.',
    );
  }
  return found;
}

async function installed() {
  for (const name of NAMES) {
    const path = await output('sh', ['-c', `command -v ${name}`]);
    if (path) {
      return path;
    }
  }
  return undefined;
}

async function ofPlaywright(env, log) {
  const path = await output(
    'node',
    [
      '-e',
      "console.log(require('@playwright/test').chromium.executablePath())",
    ],
    { env },
  );
  if (path && !existsSync(path)) {
    log.say('Installing the Chromium of Playwright');
    await log
      .run(
        'timeout',
        [
          '180',
          'node',
          `${ROOT}/node_modules/@playwright/test/cli.js`,
          'install',
          '--with-deps',
          'chromium-headless-shell',
          'chromium',
        ],
        { env },
      )
      .catch(() => 1);
  }
  return path && existsSync(path) ? path : undefined;
}

async function ofDebian(log) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  log.say('Installing the Chromium of the distribution');
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await log.run('apt-get', ['update'], options);
  await log.run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    options,
  );
  return installed();
}
