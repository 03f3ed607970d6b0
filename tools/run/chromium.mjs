import { existsSync } from 'node:fs';
import { output, run } from './command.mjs';
import { ROOT } from './paths.mjs';
import { Problem } from './Problem.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * A Chromium for the journeys: CHROMIUM_PATH, an installed one, Playwright's,
 * or Debian's package. Answers its path.
 */
export async function findChromium(env) {
  const found =
    process.env.CHROMIUM_PATH ??
    (await installed()) ??
    (await ofPlaywright(env)) ??
    (await ofDebian());
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

async function ofPlaywright(env) {
  const path = await output(
    'node',
    [
      '-e',
      "console.log(require('@playwright/test').chromium.executablePath())",
    ],
    { env },
  );
  if (path && !existsSync(path)) {
    console.log('Installing the Chromium of Playwright');
    await run(
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
      { env, stdio: 'ignore' },
    ).catch(() => 1);
  }
  return path && existsSync(path) ? path : undefined;
}

async function ofDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  console.log('Installing the Chromium of the distribution');
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  };
  await run('apt-get', ['update'], options);
  await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    options,
  );
  return installed();
}
