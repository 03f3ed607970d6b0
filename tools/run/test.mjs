import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checks } from './checks.mjs';
import {
  addUp,
  fromJest,
  fromPlaywright,
  fromTap,
  readCounts,
} from './countTests.mjs';
import { installDependencies } from './dependencies.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { CACHE, LOGS } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { main } from './Problem.mjs';
import { isCi, realPayloads } from './realPayloads.mjs';
import { runSteps } from './steps.mjs';

const REPORTS = path.join(CACHE, 'reports');

/** `npm test`: installs what is missing and runs every check. */
main(async () => {
  for (const folder of [REPORTS, LOGS]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const payloads = realPayloads(process.env);
  const ci = isCi(process.env);
  const context = { ci, payloads, reports: REPORTS };
  const preparation = [
    {
      name: 'Node',
      run: async log => {
        context.env = { ...(await nodeEnvironment(log)), CI: '1' };
      },
    },
    {
      name: 'Dependencies',
      run: log => installDependencies(context.env, log),
    },
    {
      name: 'PostgreSQL',
      run: async log => {
        context.server = await startPostgres(log);
        context.postgres = context.server.url;
      },
    },
  ];
  try {
    await runSteps([...preparation, ...checks(context)]);
  } finally {
    await context.server?.stop();
    if (!payloads.run) {
      console.log(`\nNot run: tests on real payloads, as ${payloads.why}.`);
    }
    if (!ci) {
      console.log(
        '\nNot run: the installation in a new Backstage, which only CI tests; "node tools/install-check/check.mjs" does it.',
      );
    }
    const { passed, failed } = counted();
    console.log(`\ntests: ${passed} passed, ${failed} failed`);
  }
});

function counted() {
  const json = read => text => read(JSON.parse(text));
  return addUp([
    readCounts(path.join(REPORTS, 'tools.tap'), fromTap),
    readCounts(path.join(REPORTS, 'jest.json'), json(fromJest)),
    readCounts(path.join(REPORTS, 'jest-real-payloads.json'), json(fromJest)),
    readCounts(path.join(REPORTS, 'playwright.json'), json(fromPlaywright)),
  ]);
}
