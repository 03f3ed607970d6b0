import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { output } from './command.mjs';
import { CACHE, ROOT } from './paths.mjs';

const CLI = path.join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');

/** Temporary files of tests, as nothing outside the checkout can be written. */
const TEMPORARY = path.join(CACHE, 'tmp');

/**
 * Node options under which a program can read and write nothing but the
 * checkout: reading anything else is an error. They go to all processes it
 * starts with Node.
 */
export function onlyTheCheckout(root = ROOT) {
  const folders = new Set([root, realpathSync(root)]);
  return [
    '--disable-warning=SecurityWarning',
    '--permission',
    ...[...folders].flatMap(folder => [
      `--allow-fs-read=${folder}`,
      `--allow-fs-write=${folder}`,
    ]),
    '--allow-addons',
    '--allow-child-process',
    '--allow-worker',
  ];
}

/**
 * Runs the tests that need nothing but the checkout, and proves that they
 * don't read anything else, where Node can. Answers an exit code.
 */
export async function runTests(log, { env, postgres, report }) {
  const version = await output('node', ['--version'], { env });
  const options = handsPermissionsOn(version) ? onlyTheCheckout() : [];
  if (options.length === 0) {
    log.say(`Node ${version} can't limit what tests read; Node 24 can`);
  }
  return jest(log, options, [], { env, postgres, report });
}

/** Whether processes that Node starts have the permissions of their parent. */
export function handsPermissionsOn(version) {
  return Number(/^v?(\d+)\./.exec(version ?? '')?.[1]) >= 24;
}

/** Runs the tests named `*.corpora.test.ts`. Answers an exit code. */
export function runRealPayloadTests(log, { env, postgres, report }) {
  const args = [
    '--testPathIgnorePatterns',
    '/node_modules/',
    '--testPathPatterns',
    '\\.corpora\\.test\\.ts$',
  ];
  return jest(log, [], args, { env, postgres, report });
}

function jest(log, options, args, { env, postgres, report }) {
  mkdirSync(TEMPORARY, { recursive: true });
  return log.run(
    'node',
    [
      ...options,
      CLI,
      'repo',
      'test',
      '--ci',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    {
      env: {
        ...env,
        TMPDIR: TEMPORARY,
        DORA_TEST_POSTGRES: postgres,
        BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING: postgres,
      },
    },
  );
}
