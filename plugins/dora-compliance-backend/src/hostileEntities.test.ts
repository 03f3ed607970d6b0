import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { CatalogInventory } from './register/CatalogInventory';
import { Corridor } from './compose/Corridor';
import { migrate } from './kernel/database/migrate';
import { at, lateAfter } from './testing/samples';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { silentTelemetry } from './__testUtils__/silentTelemetry';

const databases = new FreshDatabases();

/** Text that no index compresses. */
function noise(length: number): string {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 20_000));
  }).join('');
}

const hostile = [
  'a\0b',
  'a\ud800b',
  noise(10_000),
  `https://x.example/${noise(10_000)}`,
  `component:default/${noise(9_000)}`,
  `urn:x1:${noise(9_000)}`,
  ':::',
  'a/b/c',
  'a b',
  '%_\\',
  '300000-01-01',
  '2026-02-30',
  '__proto__',
];

/** Every text of an entity that people write and we read. */
const fields: Record<string, (text: string) => object> = {
  title: title => ({ metadata: { title } }),
  description: description => ({ metadata: { description } }),
  ...Object.fromEntries(
    [
      'dora-compliance.io/repository',
      'dora-compliance.io/declaration',
      'dora-compliance.io/accounts',
      'dora-compliance.io/bots',
      'github.com/project-slug',
      'gitlab.com/project-slug',
      'github.com/user-login',
      'github.com/user-id',
      'microsoft.com/email',
      'backstage.io/source-location',
      'backstage.io/edit-url',
    ].map(name => [
      name,
      (text: string) => ({ metadata: { annotations: { [name]: text } } }),
    ]),
  ),
  type: type => ({ spec: { type } }),
  lifecycle: lifecycle => ({ spec: { lifecycle } }),
  owner: owner => ({ spec: { owner } }),
  system: system => ({ spec: { system } }),
  profile: text => ({ spec: { profile: { email: text, displayName: text } } }),
  ...Object.fromEntries(
    ['dependsOn', 'partOf', 'consumesApi', 'hasMember', 'parentOf'].map(
      type => [
        type,
        (targetRef: string) => ({ relations: [{ type, targetRef }] }),
      ],
    ),
  ),
  dora: dora => ({ spec: { dora } }),
  ...Object.fromEntries(
    ['id', 'location', 'provider', 'lastReview', 'lastMajorChange'].map(
      name => [name, (text: string) => ({ spec: { dora: { [name]: text } } })],
    ),
  ),
  functions: text => ({ spec: { dora: { functions: [text] } } }),
  support: text => ({
    spec: { dora: { support: { regularEnd: text, notApplicable: text } } },
  }),
  exposure: reason => ({
    spec: { dora: { exposure: { level: 'none', reason } } },
  }),
  continuity: text => ({
    spec: { dora: { continuity: { rto: text, rpo: text } } },
  }),
  'an unknown field': text => ({ spec: { dora: { [text]: text } } }),
  pipeline: text => ({
    spec: {
      dora: {
        pipeline: {
          urn: `urn:cicd:x:y:${text}`,
          canDeploy: true,
          deploys: [text],
          environments: [text],
          runner: { kind: 'hosted', labels: [text] },
        },
      },
    },
  }),
};

const kinds = [
  ['Component', 'service'],
  ['Resource', 'business-function'],
  ['Resource', 'ict-third-party-provider'],
  ['Resource', 'ci-pipeline'],
  ['System', 'x'],
  ['API', 'x'],
  ['User', 'x'],
  ['Group', 'team'],
] as const;

function merged(entity: any, change: any): any {
  return Object.fromEntries(
    [...Object.keys(entity), ...Object.keys(change)].map(key => [
      key,
      typeof entity[key] === 'object' && !Array.isArray(change[key] ?? [])
        ? merged(entity[key], change[key])
        : change[key] ?? entity[key],
    ]),
  );
}

function entities(): Entity[] {
  const all: Entity[] = [];
  for (const [kind, type] of kinds) {
    const base = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { namespace: 'default', annotations: {} },
      spec: { type, lifecycle: 'x', owner: 'group:default/o', profile: {} },
    };
    for (const [field, change] of Object.entries(fields)) {
      for (const text of hostile) {
        const entity = merged(structuredClone(base), change(text));
        entity.metadata.name = `n${all.length}-${field.replace(/\W/g, '-')}`;
        all.push(entity);
      }
    }
  }
  return all;
}

/** What a sweep over such a catalog leaves behind on a database. */
async function sweptOn(knex: Knex) {
  await migrate({ getClient: async () => knex });
  const logger = mockServices.logger.mock();
  const inventory = new CatalogInventory({
    catalog: catalogServiceMock({ entities: entities() }),
    auth: mockServices.auth(),
  });
  const corridor = new Corridor({
    knex,
    sources: new Map(),
    controls: new Map(),
    inventory,
    directory: inventory,
    logger,
    telemetry: silentTelemetry(),
    lateAfter,
    now: () => at(0),
  });
  await corridor.sync();
  await corridor.stop();
  const counts: Record<string, number> = {};
  for (const table of [
    'asset',
    'asset_identifier',
    'asset_index',
    'asset_function',
    'asset_missing',
    'inventory_node',
    'inventory_link',
    'account_user',
    'collection_target',
  ]) {
    const [row] = await knex(table).count({ n: '*' });
    counts[table] = Number(row?.n);
  }
  return counts;
}

it('one entity with hostile texts spoils no sweep, on SQLite and PostgreSQL', async () => {
  const both = [];
  for (const id of databases.eachSupportedId()) {
    both.push(await sweptOn(await databases.init(...id)));
  }
  const [onSqlite, onPostgres] = both;
  expect(onPostgres).toEqual(onSqlite);
  const each = Object.keys(fields).length * hostile.length;
  // Components, pipelines; resources whose type was replaced.
  expect(onSqlite!.asset).toBeGreaterThanOrEqual(2 * each);
  expect(onSqlite!.inventory_node).toBe(6 * each);
});
