import { isBuiltin } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const TESTS = [
  /\.test\./,
  /\.corpora\./,
  /(^|\/)__testUtils__\//,
  /(^|\/)__tests__\//,
  /(^|\/)testing\//,
  /(^|\/)(testUtils|setupTests)\b/,
  /\.contract\./,
];

/** The one package whose purpose is tests. */
const TEST_UTILS = /-node-test-utils$/;

/**
 * What is wrong with a packed package.
 *
 * @param files - the tarball: path to content
 * @param folder - what it was packed from
 * @param context - `engines` that all have; `published`: names of all packages
 */
export function checkPackage(files, folder, context) {
  const manifest = JSON.parse(files.get('package.json') ?? '{}');
  return [
    ...documents(files),
    ...fields(manifest, context),
    ...entryPoints(manifest, files),
    ...dataFolders(files, folder),
    ...foreign(files, manifest),
    ...dependencies(manifest, context),
    ...imports(files, manifest),
  ];
}

function documents(files) {
  return ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']
    .filter(name => !files.get(name)?.trim())
    .map(name => `${name} is missing or empty`);
}

function fields(manifest, { engines }) {
  const { backstage = {}, keywords = [], repository = {} } = manifest;
  const wanted = {
    'license is not Apache-2.0': manifest.license === 'Apache-2.0',
    'description is missing': manifest.description,
    'keywords lack "backstage" or "dora"':
      keywords.includes('backstage') && keywords.includes('dora'),
    'homepage is missing': manifest.homepage,
    'bugs.url is missing': manifest.bugs?.url,
    'repository.url or repository.directory is missing':
      repository.url && repository.directory,
    'engines.node is not that of the root package.json':
      manifest.engines?.node === engines,
    'publishConfig.access is not "public"':
      manifest.publishConfig?.access === 'public',
    'backstage.role is missing': backstage.role,
    'backstage.pluginId is missing': backstage.pluginId,
    'backstage.pluginPackages or pluginPackage is missing':
      backstage.pluginPackages || backstage.pluginPackage,
  };
  return Object.entries(wanted)
    .filter(([, holds]) => !holds)
    .map(([message]) => `package.json: ${message}`);
}

/** Everything package.json points at is there, and is built. */
function entryPoints(manifest, files) {
  const { main, types, configSchema, exports = {} } = manifest;
  const named = [main, types, configSchema, ...listLeaves(exports)].filter(
    Boolean,
  );
  return [
    ...(main && types ? [] : ['package.json: main or types is missing']),
    ...[...new Set(named)].flatMap(name => {
      const file = name.replace(/^\.\//, '');
      if (!files.has(file)) {
        return [`package.json names ${file}, which is not in the package`];
      }
      return file.startsWith('src/')
        ? [`package.json names source: ${file}`]
        : [];
    }),
  ];
}

/** Files of `exports`; the condition `backstage` names a kind of feature. */
function listLeaves(value) {
  return typeof value === 'string'
    ? [value]
    : Object.entries(value)
        .filter(([condition]) => condition !== 'backstage')
        .flatMap(([, inner]) => listLeaves(inner));
}

/** What the backend reads at run time beside the code, and the schema. */
function dataFolders(files, folder) {
  const migrations = listed(folder, 'migrations').filter(name =>
    name.endsWith('.js'),
  );
  const controls = listed(folder, 'controls');
  const needed = [
    ...migrations.map(name => `migrations/${name}`),
    ...controls.map(name => `controls/${name}/control.yaml`),
    ...(existsSync(path.join(folder, 'config.d.ts'))
      ? ['config.schema.json']
      : []),
  ];
  return needed
    .filter(name => !files.has(name))
    .map(name => `${name} is missing`);
}

function listed(folder, name) {
  const place = path.join(folder, name);
  return existsSync(place) ? readdirSync(place) : [];
}

/** Tests, helpers of tests and sources. */
function foreign(files, manifest) {
  const allowed = TEST_UTILS.test(manifest.name ?? '')
    ? TESTS.filter(({ source }) => !source.includes('contract'))
    : TESTS;
  return [...files.keys()].flatMap(name => {
    if (/^(src|dev|dist-types)\//.test(name)) {
      return [`${name} is source`];
    }
    return allowed.some(pattern => pattern.test(name))
      ? [`${name} is for tests`]
      : [];
  });
}

function dependencies(manifest, { published }) {
  const { dependencies: needed = {}, peerDependencies = {} } = manifest;
  return Object.entries({ ...needed, ...peerDependencies }).flatMap(
    ([name, range]) => {
      if (/^(workspace|file|link|portal):/.test(range)) {
        return [`package.json: the range of ${name} is ${range}`];
      }
      return name.startsWith('@ict-assurance/') && !published.includes(name)
        ? [`package.json: depends on ${name}, which is not published`]
        : [];
    },
  );
}

const IMPORT =
  /(?:\brequire\(|\bimport\(|\bfrom |^import )\s*['"]([^'"\s$]+)['"]/gm;

/** What the code asks for is declared. */
function imports(files, manifest) {
  const declared = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  const missing = new Map();
  for (const [name, text] of files) {
    if (/^dist\/.*\.(js|mjs|cjs|d\.ts)$/.test(name)) {
      for (const [, specifier] of text.matchAll(IMPORT)) {
        const needed = toPackageName(specifier);
        if (needed && !declared.has(needed) && !missing.has(needed)) {
          missing.set(needed, name);
        }
      }
    }
  }
  return [...missing].map(
    ([needed, name]) => `${name} needs ${needed}, which is no dependency`,
  );
}

function toPackageName(specifier) {
  if (/^[./]/.test(specifier) || isBuiltin(specifier)) {
    return undefined;
  }
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
