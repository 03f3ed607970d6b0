import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { Backend } from './Backend.mjs';
import { lookAtTab } from './complianceTab.mjs';

const ENTITY = '/api/dora-compliance/assets/component/default/ledger';
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
    await place.step(`${name}: status in the API`, () => status(backend));
    await place.step(`${name}: Compliance tab`, () =>
      lookAtTab({ url: backend.url, name, executablePath }),
    );
  } finally {
    await backend.stop();
  }
}

/** Waits until the delivery is the reason of a status. */
async function status(backend) {
  const end = Date.now() + GIVE_UP;
  let last = 'no answer';
  while (Date.now() < end) {
    try {
      const view = await backend.get(`${ENTITY}/compliance`);
      last = JSON.stringify(view);
      const control = view.controls?.find(({ code }) => code === 'CHG-02');
      if (control?.status === 'not-satisfied') {
        return;
      }
    } catch (error) {
      last = error.message;
    }
    await sleep(500);
  }
  throw new Error(
    `CHG-02 of the entity does not become not satisfied: ${last}`,
  );
}
