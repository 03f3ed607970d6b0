import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { runJourneys } from './journeys.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { CACHE } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { main } from './Problem.mjs';
import { terminal } from './StepLog.mjs';

/** `yarn e2e`: the browser journeys alone; `yarn build` comes before. */
main(async () => {
  const env = await nodeEnvironment();
  await installDependencies(env);
  const reports = path.join(CACHE, 'reports');
  mkdirSync(reports, { recursive: true });
  const postgres = await startPostgres();
  try {
    const report = path.join(reports, 'playwright.json');
    return await runJourneys(terminal, {
      env,
      postgres: postgres.url,
      report,
    });
  } finally {
    await postgres.stop();
  }
});
