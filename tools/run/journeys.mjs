import { findChromium } from './chromium.mjs';
import { YARN } from './dependencies.mjs';
import { startProduction } from './production.mjs';

/**
 * Runs the browser journeys against the production build on a fresh PostgreSQL, filled
 * by the simulator. Answers an exit code.
 */
export async function runJourneys(log, { env, postgres, report }) {
  const chromium = await findChromium(env, log);
  const production = await startProduction({
    env,
    postgres,
    stdio: log.stdio,
  });
  try {
    const sent = await log.run(
      'node',
      [
        YARN,
        'workspace',
        '@ict-assurance/example-bank',
        'simulate',
        '--url',
        production.url,
      ],
      { env },
    );
    return (
      sent ||
      (await log.run(
        'node',
        [YARN, 'playwright', 'test', '--config', 'e2e/playwright.config.ts'],
        {
          env: {
            ...env,
            E2E_URL: production.url,
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          },
        },
      ))
    );
  } finally {
    await production.stop();
  }
}
