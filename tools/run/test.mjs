import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { output, run } from './command.mjs';
import {
  addUp,
  fromJest,
  fromPlaywright,
  fromTap,
  readCounts,
} from './countTests.mjs';
import { installDependencies, YARN } from './dependencies.mjs';
import { runJourneys } from './journeys.mjs';
import { nodeEnvironment } from './nodeRuntime.mjs';
import { CACHE } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { main } from './Problem.mjs';
import { runSteps } from './steps.mjs';

const REPORTS = path.join(CACHE, 'reports');

/** `npm test`: installs what is missing and runs every check. */
main(async () => {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  console.log('Node and dependencies');
  const env = { ...(await nodeEnvironment()), CI: '1' };
  await installDependencies(env);
  const postgres = await startPostgres();
  try {
    await runSteps(stepsFor(env, postgres.url));
  } finally {
    await postgres.stop();
    const { passed, failed } = counted();
    console.log(`\ntests: ${passed} passed, ${failed} failed`);
  }
});

function stepsFor(env, postgres) {
  const yarn = (...args) => run('node', [YARN, ...args], { env });
  return [
    { name: 'Formatting', run: () => yarn('format:check') },
    {
      name: 'Types, and those of the pure packages alone',
      run: async () =>
        (await yarn('tsc')) || yarn('tsc', '-p', 'tsconfig.pure.json'),
    },
    { name: 'Lint', run: () => yarn('lint') },
    {
      name: 'Reports of APIs and tables are up to date',
      run: () => yarn('api-reports', '--ci'),
    },
    {
      name: 'Architecture rules',
      run: () => run('node', ['tools/arch/check.mjs'], { env }),
    },
    { name: 'Tests of the tools', run: () => testTools(env) },
    {
      name: 'Unit, property and contract tests on SQLite and PostgreSQL',
      run: () =>
        run(
          'node',
          [
            YARN,
            'backstage-cli',
            'repo',
            'test',
            '--ci',
            '--maxWorkers=2',
            '--json',
            `--outputFile=${REPORTS}/jest.json`,
          ],
          {
            env: {
              ...env,
              DORA_TEST_POSTGRES: postgres,
              BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING: postgres,
            },
            stdio: ['ignore', 'ignore', 'inherit'],
          },
        ),
    },
    {
      name: 'Production build',
      run: () => yarn('backstage-cli', 'repo', 'build', '--all'),
    },
    {
      name: 'Journeys in the browser',
      run: () =>
        runJourneys({ env, postgres, report: `${REPORTS}/playwright.json` }),
    },
  ];
}

async function testTools(env) {
  const file = path.join(REPORTS, 'tools.tap');
  const code = await run(
    'sh',
    ['-c', `node --test --test-reporter=tap "tools/**/*.test.mjs" > "${file}"`],
    { env },
  );
  if (code !== 0) {
    console.log(await output('grep', ['-A', '20', '^ *not ok', file]));
  }
  return code;
}

function counted() {
  const json = read => text => read(JSON.parse(text));
  return addUp([
    readCounts(path.join(REPORTS, 'tools.tap'), fromTap),
    readCounts(path.join(REPORTS, 'jest.json'), json(fromJest)),
    readCounts(path.join(REPORTS, 'playwright.json'), json(fromPlaywright)),
  ]);
}
