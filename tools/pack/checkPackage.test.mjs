import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkPackage } from './checkPackage.mjs';
import { publishedPackages } from './publishedPackages.mjs';
import { readTarball } from './readTarball.mjs';

const NAME = '@ict-assurance/backstage-plugin-sound';
const context = { engines: '^22.12.0', published: [NAME] };

let folder = '';
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'pack-'));
  mkdirSync(path.join(folder, 'migrations'));
  mkdirSync(path.join(folder, 'controls/one'), { recursive: true });
  writeFileSync(path.join(folder, 'migrations/1_first.js'), '');
  writeFileSync(path.join(folder, 'config.d.ts'), '');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const manifest = {
  name: NAME,
  description: 'Sound',
  license: 'Apache-2.0',
  keywords: ['backstage', 'dora'],
  homepage: 'https://example.org',
  bugs: { url: 'https://example.org/issues' },
  repository: { type: 'git', url: 'https://example.org', directory: 'x' },
  engines: { node: '^22.12.0' },
  publishConfig: { access: 'public' },
  backstage: { role: 'node-library', pluginId: 'x', pluginPackages: [NAME] },
  main: 'dist/index.cjs.js',
  types: 'dist/index.d.ts',
  exports: {
    '.': {
      backstage: '@backstage/BackendFeature',
      import: './dist/index.cjs.js',
    },
  },
  configSchema: 'config.schema.json',
  dependencies: { zod: '^4.0.0', [NAME]: '^0.1.0' },
  peerDependencies: { react: '^18.0.0' },
};

const sound = {
  'README.md': '# Sound',
  LICENSE: 'Apache License',
  'CHANGELOG.md': '# Changes',
  'config.schema.json': '{}',
  'migrations/1_first.js': '',
  'controls/one/control.yaml': '',
  'dist/index.cjs.js': `require('zod'); require('node:fs'); require('./a');`,
  // A sentence, and not an import.
  'dist/a.cjs.js': 'const text = `lowered from "${level}" to "${other}"`;',
  'dist/index.d.ts': `import { A } from 'react/jsx-runtime';`,
};

/** The problems of the sound package after a change to it. */
function problems(changes = {}, { fields = {}, drop = [] } = {}) {
  const changed = { ...manifest, ...fields };
  const files = new Map(
    Object.entries({
      'package.json': JSON.stringify(changed),
      ...sound,
      ...changes,
    }).filter(([name]) => !drop.includes(name)),
  );
  return checkPackage(files, folder, context);
}

test('a sound package has no problem', () => {
  assert.deepEqual(problems(), []);
});

for (const name of [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'config.schema.json',
  'migrations/1_first.js',
  'controls/one/control.yaml',
  'dist/index.cjs.js',
  'dist/index.d.ts',
]) {
  test(`${name} has to be there`, () => {
    const found = problems({}, { drop: [name] });
    assert.ok(found.length > 0);
    assert.ok(
      found.every(problem => problem.includes(name)),
      String(found),
    );
  });
}

for (const [field, value] of [
  ['license', 'MIT'],
  ['description', undefined],
  ['keywords', ['backstage']],
  ['homepage', undefined],
  ['bugs', undefined],
  ['repository', { url: 'https://example.org' }],
  ['engines', { node: '22' }],
  ['publishConfig', undefined],
  ['main', undefined],
]) {
  test(`package.json has to have ${field}`, () => {
    const found = problems({}, { fields: { [field]: value } });
    assert.equal(found.length, 1, String(found));
    assert.match(found[0], new RegExp(`^package.json: .*${field}`));
  });
}

for (const [field, value] of [
  ['role', undefined],
  ['pluginId', undefined],
  ['pluginPackages', undefined],
]) {
  test(`package.json has to have backstage.${field}`, () => {
    const backstage = { ...manifest.backstage, [field]: value };
    const found = problems({}, { fields: { backstage } });
    assert.equal(found.length, 1, String(found));
    assert.match(found[0], new RegExp(`backstage.${field}`));
  });
}

for (const name of [
  'dist/a.test.cjs.js',
  'dist/a.corpora.cjs.js',
  'dist/__testUtils__/samples.cjs.js',
  'dist/testing/story.cjs.js',
  'dist/testUtils.cjs.js',
  'dist/EvidenceSource.contract.cjs.js',
  'controls/one/control.test.yaml',
  'src/index.ts',
]) {
  test(`${name} has no place in it`, () => {
    const found = problems({ [name]: '' });
    assert.equal(found.length, 1, String(found));
    assert.ok(found[0].startsWith(name));
  });
}

test('the package for tests may have contract suites, and no tests', () => {
  const fields = { name: '@ict-assurance/backstage-plugin-x-node-test-utils' };
  const suite = { 'dist/EvidenceSource.contract.cjs.js': '' };
  assert.deepEqual(problems(suite, { fields }), []);
  assert.equal(problems({ 'dist/a.test.js': '' }, { fields }).length, 1);
});

for (const [name, range, message] of [
  [NAME, 'workspace:^', /the range of .* is workspace:/],
  ['@ict-assurance/corpora', '^0.1.0', /which is not published/],
]) {
  test(`it can't depend on ${name}@${range}`, () => {
    const dependencies = { ...manifest.dependencies, [name]: range };
    const found = problems({}, { fields: { dependencies } });
    assert.equal(found.length, 1, String(found));
    assert.match(found[0], message);
  });
}

for (const code of [
  `const x = require('surplus/deep');`,
  `export * from "surplus";`,
  `import 'surplus';`,
  `await import('surplus');`,
]) {
  test(`what it needs has to be a dependency: ${code}`, () => {
    const found = problems({ 'dist/a.cjs.js': code });
    assert.equal(found.length, 1, String(found));
    assert.match(found[0], /dist\/a.cjs.js needs surplus/);
  });
}

test('a tarball is read, with long paths', () => {
  const long = `dist/${'a'.repeat(60)}/${'b'.repeat(60)}.js`;
  const entries = [
    ['package/package.json', '{"name":"é"}'],
    [`package/${long}`, 'x'.repeat(1000)],
  ];
  const file = path.join(folder, 'it.tgz');
  writeFileSync(file, gzipSync(Buffer.concat([...entries.map(entry), END])));
  assert.deepEqual(
    readTarball(file),
    new Map([
      ['package.json', '{"name":"é"}'],
      [long, 'x'.repeat(1000)],
    ]),
  );
});

const END = Buffer.alloc(1024);

/** A file of a tar archive; a long path is cut at a slash, as ustar does. */
function entry([name, content]) {
  const body = Buffer.from(content);
  const head = Buffer.alloc(512);
  const cut = name.length > 100 ? name.lastIndexOf('/') : -1;
  head.write(name.slice(cut + 1), 0);
  head.write(`${body.length.toString(8).padStart(11, '0')} `, 124);
  head.write('0', 156);
  head.write('ustar', 257);
  head.write(name.slice(0, Math.max(cut, 0)), 345);
  return Buffer.concat([
    head,
    body,
    Buffer.alloc((512 - (body.length % 512)) % 512),
  ]);
}

test('the packages that go to npm are those of plugins/, and no others', () => {
  for (const { folder: place } of publishedPackages()) {
    assert.equal(path.basename(path.dirname(place)), 'plugins');
  }
  assert.ok(publishedPackages().length >= 14);
});
