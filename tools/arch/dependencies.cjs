/** Which file may import which; read by dependency-cruiser. */

const PLUGINS = '^plugins/';
const BACKEND = `${PLUGINS}dora-compliance-backend/src/`;

/** Tests may look into every room. */
const TESTS =
  '\\.(test|contract|corpora)\\.tsx?$|/testing/|/__testUtils__/|setupTests';

/**
 * The rooms of the backend, in the order of the corridor. A room imports only
 * from itself and from rooms before it; types count.
 */
const ROOMS = [
  'kernel',
  'permissions',
  'due',
  'ledger',
  'people',
  'register',
  'sources',
  'assess',
  'scores',
  'notify',
  'read',
  'export',
  'http',
  'compose',
];

/** What each package may import of ours. */
const PACKAGES = {
  'dora-compliance-common': [],
  'dora-compliance-engine': ['dora-compliance-common'],
  'dora-compliance-node': ['dora-compliance-common', 'dora-compliance-engine'],
  'dora-compliance-node-test-utils': [
    'dora-compliance-common',
    'dora-compliance-engine',
    'dora-compliance-node',
  ],
  'dora-compliance-backend': [
    'dora-compliance-common',
    'dora-compliance-engine',
    'dora-compliance-node',
  ],
  'dora-compliance-backend-module-[^/]+': [
    'dora-compliance-common',
    'dora-compliance-node',
  ],
  'catalog-backend-module-dora-compliance': [
    'dora-compliance-common',
    'dora-compliance-node',
  ],
  'search-backend-module-dora-compliance': ['dora-compliance-common'],
  'dora-compliance-react': ['dora-compliance-common'],
  'dora-compliance': ['dora-compliance-common', 'dora-compliance-react'],
};

/** Which files may use a technology; its name is in theirs. */
const TECHNOLOGIES = [
  {
    name: 'knex',
    uses: 'node_modules/knex/',
    in: '/(Knex[^/]*|Corridor)\\.ts$|/database/',
    comment: 'only Knex*.ts, database/ and Corridor.ts use knex',
  },
  {
    name: 'express',
    uses: 'node_modules/express(-promise-router)?/',
    in: '/http/',
    comment: 'only http/ uses express',
  },
  {
    name: 'catalog-services',
    uses: 'node_modules/@backstage/plugin-catalog-(node|backend)',
    in: '/(Catalog[^/]*|plugin|module)\\.ts$',
    comment: 'only Catalog*.ts, plugin.ts and module.ts use catalog services',
  },
  {
    name: 'permission-services',
    uses: 'node_modules/@backstage/plugin-permission-',
    in: '/permissions/|/Authorized[^/]*\\.ts$',
    comment: 'only permissions/ decides permissions',
  },
  {
    name: 'yaml',
    uses: 'node_modules/yaml/',
    in: '/(loadControlFolder|parse\\w*Yaml)\\.ts$',
    comment: 'only parse*Yaml.ts and loadControlFolder.ts read YAML',
  },
];

module.exports = {
  forbidden: [
    {
      name: 'cycle',
      comment: 'no file imports itself, however long the way round',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolved',
      comment: 'what is imported must be there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...ROOMS.map((room, place) => ({
      name: `room-${room}`,
      comment: `${room}/ imports only from rooms before it: ${
        ROOMS.slice(0, place).join(', ') || 'none'
      }`,
      severity: 'error',
      from: { path: `${BACKEND}${room}/`, pathNot: TESTS },
      to: {
        path: `${BACKEND}`,
        pathNot: `${BACKEND}(${ROOMS.slice(0, place + 1).join('|')})/`,
      },
    })),
    ...Object.entries(PACKAGES).map(([name, may]) => ({
      name: `package-${name.replace('-[^/]+', '')}`,
      comment: `it may import ${may.join(', ') || 'none of ours'}`,
      severity: 'error',
      from: { path: `${PLUGINS}(${name})/`, pathNot: TESTS },
      to: {
        path: PLUGINS,
        pathNot: [`${PLUGINS}$1/`, ...may.map(one => `${PLUGINS}${one}/`)],
      },
    })),
    ...TECHNOLOGIES.map(({ name, uses, in: files, comment }) => ({
      name: `technology-${name}`,
      comment,
      severity: 'error',
      from: { path: PLUGINS, pathNot: [TESTS, files] },
      to: { path: uses },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|dist-types|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['main', 'types', 'typings'],
    },
  },
};
