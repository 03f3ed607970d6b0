import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { dependencies } from './rules/dependencies.mjs';

const { forbidden } = createRequire(import.meta.url)('./dependencies.cjs');
const backend = 'plugins/dora-compliance-backend/src';
const common = 'plugins/dora-compliance-common/src';

/** The rules that files with these imports break. */
async function brokenBy(files) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'dependencies-'));
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('tsconfig.json', '{ "compilerOptions": {} }');
  for (const name of [
    'knex',
    'express',
    'yaml',
    '@backstage/plugin-catalog-node',
    '@backstage/plugin-permission-common',
  ]) {
    write(`node_modules/${name}/index.js`, '');
    write(`node_modules/${name}/package.json`, `{ "name": "${name}" }`);
  }
  Object.entries(files).forEach(([file, imports]) =>
    write(
      file,
      [...imports.map(one => `import type { x } from '${one}';`), ''].join(
        '\nexport type x = 1;\n',
      ),
    ),
  );
  try {
    const found = await dependencies(root, ['plugins']);
    return found.map(({ message }) => message.split(':')[0]).sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

const rooms = forbidden
  .filter(({ name }) => name.startsWith('room-'))
  .map(({ name }) => name.slice('room-'.length));

for (const [place, room] of rooms.slice(0, -1).entries()) {
  const next = rooms[place + 1];
  test(`a room imports from the next one: ${room} from ${next}`, async () => {
    assert.deepEqual(
      await brokenBy({
        [`${backend}/${room}/a.ts`]: [`../${next}/b`],
        [`${backend}/${next}/b.ts`]: [],
      }),
      [`room-${room}`],
    );
    assert.deepEqual(
      await brokenBy({
        [`${backend}/${room}/a.ts`]: [],
        [`${backend}/${next}/b.ts`]: [`../${room}/a`],
        [`${backend}/${room}/a.test.ts`]: [`../${next}/b`],
      }),
      [],
    );
  });
}

test('a room imports what puts the rooms together', async () => {
  assert.deepEqual(
    await brokenBy({
      [`${backend}/http/a.ts`]: ['../plugin'],
      [`${backend}/plugin.ts`]: [],
    }),
    ['room-http'],
  );
});

test('two files import each other, types only', async () => {
  assert.deepEqual(
    await brokenBy({
      [`${common}/a.ts`]: ['./b'],
      [`${common}/b.ts`]: ['./a'],
    }),
    ['cycle'],
  );
});

test('something is imported that is not there', async () => {
  assert.deepEqual(await brokenBy({ [`${common}/a.ts`]: ['./gone'] }), [
    'unresolved',
  ]);
});

const packages = [
  ['dora-compliance-common', 'dora-compliance-engine'],
  ['dora-compliance-engine', 'dora-compliance-node'],
  ['dora-compliance-node', 'dora-compliance-backend'],
  ['dora-compliance-node-test-utils', 'dora-compliance-backend'],
  ['dora-compliance-backend', 'dora-compliance-react'],
  ['dora-compliance-backend-module-x', 'dora-compliance-backend'],
  ['dora-compliance-backend-module-x', 'dora-compliance-backend-module-y'],
  ['catalog-backend-module-dora-compliance', 'dora-compliance-engine'],
  ['search-backend-module-dora-compliance', 'dora-compliance-node'],
  ['dora-compliance-react', 'dora-compliance-engine'],
  ['dora-compliance', 'dora-compliance-engine'],
];

for (const [from, to] of packages) {
  test(`a package imports one it may not: ${from} ${to}`, async () => {
    const rule = `package-${from.replace(/-module-[xy]$/, '-module')}`;
    const files = at => ({
      [`plugins/${from}/src/${at}`]: [`../../${to}/src/b`],
      [`plugins/${to}/src/b.ts`]: [],
    });
    assert.deepEqual(await brokenBy(files('a.ts')), [rule]);
    assert.deepEqual(await brokenBy(files('a.test.ts')), []);
  });
}

const technologies = [
  ['knex', 'knex', 'read/a.ts', 'read/KnexA.ts'],
  ['express', 'express', 'read/a.ts', 'http/a.ts'],
  ['yaml', 'yaml', 'read/a.ts', 'read/parseAYaml.ts'],
  [
    'catalog-services',
    '@backstage/plugin-catalog-node',
    'register/a.ts',
    'register/CatalogA.ts',
  ],
  [
    'permission-services',
    '@backstage/plugin-permission-common',
    'http/a.ts',
    'permissions/a.ts',
  ],
];

for (const [name, module, broken, kept] of technologies) {
  test(`a file uses a technology that is not in its name: ${name}`, async () => {
    assert.deepEqual(await brokenBy({ [`${backend}/${broken}`]: [module] }), [
      `technology-${name}`,
    ]);
    assert.deepEqual(await brokenBy({ [`${backend}/${kept}`]: [module] }), []);
  });
}

test('each rule is seen to be broken here', () => {
  const seen = new Set([
    'cycle',
    'unresolved',
    ...rooms.map(room => `room-${room}`),
    ...packages.map(
      ([from]) => `package-${from.replace(/-module-[xy]$/, '-module')}`,
    ),
    ...technologies.map(([name]) => `technology-${name}`),
  ]);
  assert.deepEqual(
    forbidden.map(({ name }) => name).filter(name => !seen.has(name)),
    [],
  );
});
