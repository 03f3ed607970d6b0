import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  ictAssetConditions,
  type RuledAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { ictAssetRuleset } from '../__testUtils__/ictAssetRuleset';
import { migrate } from '../kernel/database/migrate';
import { selectAssets } from './KnexAssetCriteria';
import { KnexRuledAssets } from './KnexRuledAssets';

const databases = new FreshDatabases();
const toCriteria = createConditionTransformer(ictAssetRuleset);
type Conditions = PermissionCriteria<PermissionCondition>;

const owners = ['', 'group:default/a', 'group:default/b'];
const systems = ['', 'system:default/a'];
const functions = ['resource:default/f', 'resource:default/g'];
const levels = [...Criticality.options, 'unclassified'];

/** Every combination of owner, system, functions and level. */
const assets = owners.flatMap(owner =>
  systems.flatMap(system =>
    [[], [functions[0]!], functions].flatMap(supported =>
      levels.map((_, rank) => ({ owner, system, supported, rank })),
    ),
  ),
);
const refTo = (place: number) => `component:default/a${place}`;

const some = (values: readonly string[]) => fc.subarray([...values]);
const { conditions } = fc.letrec<{ conditions: Conditions }>(tie => ({
  conditions: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    some(owners.map(one => one.toUpperCase())).map(claims =>
      ictAssetConditions.isOwner({ claims }),
    ),
    some(systems).map(all =>
      ictAssetConditions.isPartOfSystem({ systems: all }),
    ),
    some(functions).map(all =>
      ictAssetConditions.supportsFunction({ functions: all }),
    ),
    some(levels).map(all => ictAssetConditions.hasCriticality({ levels: all })),
    tie('conditions').map(one => ({ not: one })),
    fc
      .tuple(tie('conditions'), tie('conditions'))
      .map(both => ({ allOf: both })),
    fc
      .tuple(tie('conditions'), tie('conditions'))
      .map(both => ({ anyOf: both })),
  ),
}));

/** As Backstage decides about one asset. */
function decide(of: Conditions, asset: RuledAsset): boolean {
  if ('allOf' in of) {
    return of.allOf.every(one => decide(one, asset));
  }
  if ('anyOf' in of) {
    return of.anyOf.some(one => decide(one, asset));
  }
  return 'not' in of
    ? !decide(of.not, asset)
    : ictAssetRuleset.getRuleByName(of.rule).apply(asset, of.params ?? {});
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    await knex('asset_index').insert(
      assets.map(({ owner, system, rank }, place) => ({
        entity_ref: refTo(place),
        kind: 'component',
        type: 'service',
        title_key: '',
        search_text: '',
        owner_ref: owner,
        system_ref: system,
        provider_ref: '',
        exposure: 'none',
        problems: 0,
        missing_count: 0,
        criticality_rank: rank,
      })),
    );
    await knex('asset_function').insert(
      assets.flatMap(({ supported }, place) =>
        supported.map(name => ({
          entity_ref: refTo(place),
          function_ref: name,
        })),
      ),
    );
  });
  afterAll(() => knex.destroy());

  it('lists find the assets that Backstage would allow one by one', async () => {
    const refs = assets.map((_, place) => refTo(place));
    const ruled = await new KnexRuledAssets(knex).read(refs);
    await fc.assert(
      fc.asyncProperty(conditions, async of => {
        const found: string[] = await selectAssets(knex, toCriteria(of)).pluck(
          'asset_index.entity_ref',
        );
        const allowed = ruled.flatMap(one =>
          one && decide(of, one) ? one.entityRef : [],
        );
        expect(found.sort()).toEqual(allowed.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('a list of no criteria is met by no asset', async () => {
    expect(await selectAssets(knex, { anyOf: [] as never })).toEqual([]);
  });

  it('a rule that asks for something unknown is refused, also within not', () => {
    const unknown = { property: 'region', values: ['eu'] } as never;
    expect(() => selectAssets(knex, { not: unknown }).toSQL()).toThrow(
      'asks for the property "region"',
    );
  });
});
