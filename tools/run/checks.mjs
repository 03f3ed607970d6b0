import path from 'node:path';
import { YARN } from './dependencies.mjs';
import { runRealPayloadTests, runTests } from './jest.mjs';
import { runJourneys } from './journeys.mjs';
import { Problem } from './Problem.mjs';

/**
 * All checks of `npm test`, in order: quick ones first.
 *
 * @param context - folder `reports`, and what `realPayloads` said as
 * `payloads`, and whether this is `ci`; when the checks run also `env` to run in and the connection
 * string `postgres`
 */
export function checks(context) {
  const { payloads } = context;
  const yarn =
    (...args) =>
    log =>
      log.run('node', [YARN, ...args], { env: context.env });
  const withReport = file => ({
    env: context.env,
    postgres: context.postgres,
    report: path.join(context.reports, file),
  });
  return [
    { name: 'Formatting', run: yarn('format:check') },
    { name: 'Types', run: yarn('tsc') },
    {
      name: 'Types of the pure packages, without Node and browser',
      run: yarn('tsc', '-p', 'tsconfig.pure.json'),
    },
    { name: 'Lint', run: yarn('lint') },
    { name: 'Reports of APIs and tables', run: yarn('api-reports', '--ci') },
    {
      name: 'Architecture rules',
      run: log =>
        log.run('node', ['tools/arch/check.mjs'], { env: context.env }),
    },
    {
      name: 'Tests of the tools',
      run: log => testTools(log, withReport('tools.tap')),
    },
    {
      name: 'Tests on SQLite and PostgreSQL',
      run: log => runTests(log, withReport('jest.json')),
    },
    ...(payloads.run
      ? [
          {
            name: 'Tests on real payloads',
            run: log =>
              testRealPayloads(
                log,
                payloads,
                withReport('jest-real-payloads.json'),
              ),
          },
        ]
      : []),
    {
      name: 'Production build',
      run: yarn('backstage-cli', 'repo', 'build', '--all'),
    },
    {
      name: 'Contents of the packages',
      run: log =>
        log.run('node', ['tools/pack/pack.mjs'], { env: context.env }),
    },
    {
      name: 'Journeys in the browser',
      run: log => runJourneys(log, withReport('playwright.json')),
    },
    ...(context.ci
      ? [
          {
            name: 'Installation in a new Backstage, as documented',
            run: log =>
              log.run('node', ['tools/install-check/check.mjs', '--packed'], {
                env: context.env,
              }),
          },
        ]
      : []),
  ];
}

function testRealPayloads(log, { missing }, options) {
  if (missing) {
    throw new Problem(
      `The tests on real payloads can't run: ${missing}.`,
      'put the folder there, or set DORA_REAL_PAYLOADS=optional to leave them out.',
    );
  }
  return runRealPayloadTests(log, options);
}

function testTools(log, { env, report }) {
  return log.run(
    'sh',
    [
      '-c',
      `node --test --test-reporter=tap --test-reporter-destination="${report}" --test-reporter=spec --test-reporter-destination=stdout "tools/**/*.test.mjs"`,
    ],
    { env },
  );
}
