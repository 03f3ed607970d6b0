import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Problem } from '../run/Problem.mjs';
import { copyCheckout, linkPackage } from './copyCheckout.mjs';
import { createCiSource } from './createCiSource.mjs';
import { createControl } from './createControl.mjs';
import { createPage } from './createPage.mjs';
import { filesOfRecipes } from './filesOfRecipes.mjs';
import { addEvidenceType, addPermission, addTable } from './sampleRecipes.mjs';

const SOURCE = 'plugins/dora-compliance-backend-module-samplesource';
const CONTROLS = 'plugins/dora-compliance-backend-module-controls';
const FRONTEND = 'plugins/dora-compliance';
const COMMON = 'plugins/dora-compliance-common';
const BACKEND = 'plugins/dora-compliance-backend';

/** Files of a thing that is new, by its kind. */
const created = {};
let copy;

before(() => {
  copy = copyCheckout();
  created['ci-source'] = createCiSource(copy, 'samplesource');
  created.control = createControl(copy, 'gov-99-sample-control');
  created.page = createPage(copy, 'sample');
  created['evidence-type'] = addEvidenceType(copy);
  created.permission = addPermission(copy);
  created.table = addTable(copy);
  linkPackage(copy, SOURCE);
});

after(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program in the copy; shows what it printed if it fails. */
async function run(folder, args, env = {}) {
  await promisify(execFile)('node', args, {
    cwd: path.join(copy, folder),
    env: { ...process.env, CI: '1', NODE_OPTIONS: '', ...env },
    maxBuffer: 64 * 1024 * 1024,
  }).catch(({ stdout, stderr }) =>
    assert.fail(`${args.join(' ')}\n${stdout}${stderr}`),
  );
}

async function jest(folder, names = [], env = {}) {
  const args = ['package', 'test', '--ci', '--maxWorkers=1', ...names];
  await run(folder, [CLI(), ...args], env);
}

const bin = name => path.join(copy, 'node_modules', name);
const CLI = () => bin('@backstage/cli/bin/backstage-cli');

const sources = () =>
  Object.values(created)
    .flat()
    .filter(file => /\.tsx?$/.test(file));

describe('what yarn new creates', { concurrency: 2 }, () => {
  test('has types', async () => {
    const tsconfig = path.join(copy, 'tsconfig.new.json');
    const assets = path.join(copy, 'assets.d.ts');
    writeFileSync(assets, "import '@backstage/cli/asset-types';");
    const include = [...sources(), assets, `${FRONTEND}/src/setupTests.ts`];
    writeFileSync(
      tsconfig,
      JSON.stringify({
        extends: './tsconfig.json',
        include,
        compilerOptions: { noEmit: true, incremental: false },
      }),
    );
    await run('.', [bin('typescript/bin/tsc'), '-p', tsconfig]);
  });

  test('is formatted, and passes the lint', async () => {
    const files = Object.values(created).flat();
    await run('.', [bin('prettier/bin-prettier.js'), '--check', ...files]);
    const eslint = bin('eslint/bin/eslint.js');
    for (const folder of [SOURCE, FRONTEND]) {
      const own = sources()
        .filter(file => file.startsWith(`${folder}/`))
        .map(file => file.slice(folder.length + 1));
      await run(folder, [eslint, '--max-warnings', '0', ...own]);
    }
  });

  test('keeps the architecture rules', () =>
    run('.', ['tools/arch/check.mjs']));

  test('passes its own tests', async () => {
    await jest(SOURCE);
    // The test of the module loads the controls of the checkout, not of the copy.
    await jest(CONTROLS, ['src/controls', 'src/provisions']);
    await jest(FRONTEND, ['src/sample']);
    await jest(COMMON, ['reference'], { UPDATE_DOCS: '1' });
  });

  // Tests of the backend find the migrations of the checkout, not of the copy.
  test('is a table of the database', async () => {
    const { default: createKnex } = await import('knex');
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const directory = path.join(copy, BACKEND, 'migrations');
    await knex.migrate.latest({ directory });
    assert.ok(await knex.schema.hasTable('sample'));
    await knex.destroy();
  });
});

describe('the recipes of CONTRIBUTING.md', () => {
  const own =
    /samplesource\/|gov-99-sample-control\/|src\/sample\/|SampleObserved|_sample/;
  const most = {
    'ci-source': 4,
    control: 0,
    page: 5,
    'evidence-type': 6,
    permission: 2,
    table: 1,
  };
  for (const kind of Object.keys(most)) {
    test(`name the files of a new ${kind}`, () => {
      const named = filesOfRecipes(copy)[kind];
      assert.equal(named.length, most[kind]);
      assert.deepEqual(
        created[kind].filter(file => !own.test(file)).sort(),
        [...named].sort(),
      );
    });
  }
});

test('an id that exists, or is none, is a problem', () => {
  assert.throws(() => createControl(copy, 'gov-99-sample-control'), Problem);
  assert.throws(() => createControl(copy, 'sample'), /gov-09-tested-restore/);
  assert.throws(() => createPage(copy, 'Sample Page'), /audit-log/);
  assert.throws(() => createCiSource(copy, 'sample-source'), /buildkite/);
});

test('a place that is not found is a problem that names the file', () => {
  const file = path.join(copy, FRONTEND, 'src/index.ts');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, '');
  assert.throws(
    () => createPage(copy, 'other-page'),
    /src\/index\.ts has nothing like/,
  );
  writeFileSync(file, before);
});
