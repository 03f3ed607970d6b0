import { chromium } from '@playwright/test';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { show } from '../assess/report';
import { sizes } from '../assess/sizes';
import { fillScores } from '../scorecards/fillScores';
import { connectPlugin, giveToBank, waitUntilScored } from './pluginDatabase';
import { timePages } from './timePages';

const { DORA_TEST_POSTGRES = '' } = process.env;
const ROOT = path.resolve(__dirname, '../..');

/** How long pages of the production build take in a browser, with many assets. */
async function main() {
  if (!existsSync(path.join(ROOT, 'packages/app/dist/index.html'))) {
    throw new Error('There is no production build: run yarn build first.');
  }
  const { startProduction } = await import('../../tools/run/production.mjs');
  const { findChromium } = await import('../../tools/run/chromium.mjs');
  const production = await startProduction({
    env: process.env,
    postgres: DORA_TEST_POSTGRES,
    more: ['bench/pages/app-config.yaml'],
    stdio: 'ignore',
  });
  const knex = connectPlugin(DORA_TEST_POSTGRES);
  try {
    const bodies: string[] = await knex('control').pluck('body');
    const controls = bodies.map(body => JSON.parse(body) as Control);
    await fillScores(knex, sizes.assets, controls);
    await giveToBank(knex);
    await waitUntilScored(knex);
    const browser = await chromium.launch({
      executablePath: await findChromium(process.env),
      args: ['--no-sandbox'],
    });
    show({
      assets: sizes.assets,
      controls: controls.length,
      ...(await timePages(browser, production.url)),
    });
    await browser.close();
  } finally {
    await knex.destroy();
    await production.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
