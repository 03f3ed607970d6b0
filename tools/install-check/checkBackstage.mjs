import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { Backend } from './Backend.mjs';
import { lookAtTab } from './complianceTab.mjs';
import { waitUntilFound } from './waitUntilFound.mjs';

const ENTITY = '/api/dora-compliance/assets/component/default/ledger';
const CODE = 'CHG-05';
const CAUSE = /does not identify its artifact by digest/;
const GIVE_UP = 5 * 60_000;

/**
 * Starts the backend of an app without a secret, then with one; there, what the
 * guide sends has to end on the Compliance tab.
 *
 * @param options - `app` and its `name`; `bare` and `full`: configuration files
 * without and with ours; `env` of the backend; `deliver`: blocks that send;
 * `executablePath` of Chromium
 */
export async function checkBackstage(place, options) {
  const { app, name, bare, full, deliver, executablePath } = options;
  const env = { ...place.env, ...options.env };
  const starts = (what, configs, secret) =>
    place.step(`${name}: ${what}`, () =>
      Backend.start({
        app,
        configs,
        env: { ...env, ...secret },
        log: place.log(`${name}: ${what}`),
      }),
    );

  const without = await starts('backend without a secret', bare);
  await without.stop();

  const GITHUB_WEBHOOK_SECRET = randomBytes(32).toString('hex');
  const backend = await starts('backend with a secret', full, {
    GITHUB_WEBHOOK_SECRET,
  });
  try {
    for (const { text } of deliver) {
      await place.run(`${name}: signed delivery`, 'sh', ['-e', '-c', text], {
        cwd: app,
        env: { GITHUB_WEBHOOK_SECRET, BACKSTAGE: backend.url },
      });
    }
    const control = await place.step(`${name}: status in the API`, () =>
      status(backend),
    );
    await place.step(`${name}: group and control are found`, () =>
      waitUntilFound(backend, control),
    );
    await place.step(`${name}: Compliance tab`, () =>
      lookAtTab({ url: backend.url, name, control, executablePath }),
    );
  } finally {
    await backend.stop();
  }
}

/**
 * Waits until the delivery is the reason of a status, and answers that: the
 * guide says which control it is, and why it is not satisfied.
 */
async function status(backend) {
  const end = Date.now() + GIVE_UP;
  let last = 'no answer';
  while (Date.now() < end) {
    try {
      const { areas } = await backend.get(`${ENTITY}/compliance`);
      const found = areas
        .flatMap(({ controls }) => controls)
        .map(({ control, status, reason }) => ({
          code: control.code,
          status,
          sentence: reason.sentence,
        }));
      last = JSON.stringify(found);
      const told = found.find(({ code }) => code === CODE);
      if (told?.status === 'not-satisfied' && CAUSE.test(told.sentence)) {
        return told;
      }
    } catch (error) {
      last = error.message;
    }
    await sleep(500);
  }
  throw new Error(`${CODE} does not say what the delivery did: ${last}`);
}
