import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import doraCompliance from '.';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { until } from './testing/until';

const databases = new FreshDatabases();

const entity = (
  ref: string,
  spec: Entity['spec'] = {},
  relations: Record<string, string> = {},
): Entity => {
  const [kind = '', name = ''] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec,
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
};
const service = (name: string, owner: string, system?: string) =>
  entity(
    `component:default/${name}`,
    { type: 'service', owner, ...(system && { system }) },
    {
      ...(owner && { ownedBy: `group:default/${owner}` }),
      ...(system && { partOf: `system:default/${system}` }),
    },
  );

const entities = [
  service('ledger', 'empty', 'core'),
  service('archive', 'legacy'),
  service('orphan', ''),
  entity('group:default/empty', { type: 'team', children: [] }),
  entity('resource:default/payments', { type: 'business-function' }),
  entity('system:default/core', { owner: 'empty' }),
  entity('system:default/unused', { owner: 'empty' }),
  entity(
    'domain:default/bank',
    { owner: 'empty' },
    { hasPart: 'system:default/core' },
  ),
  entity('domain:default/void', { owner: 'empty' }),
];

/** A reader of the whole catalog, and one of those entities alone. */
const whole: PolicyDecision = { result: AuthorizeResult.ALLOW };
const conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'R', resourceType: 'catalog-entity', params: {} },
} as PolicyDecision;

describe.each(databases.eachSupportedId())('parts on %s', databaseId => {
  let knex: Knex;
  const start = async (catalog: PolicyDecision) => {
    knex = await databases.init(databaseId);
    const backend = await startTestBackend({
      features: [
        doraCompliance,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        mockServices.rootConfig.factory({
          data: {
            doraCompliance: {
              assets: {
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { minutes: 1 },
                },
              },
            },
          },
        }),
        mockServices.permissions.mock({
          authorize: async asked =>
            asked.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async asked =>
            asked.map(({ permission }) =>
              permission.resourceType === 'catalog-entity' ? catalog : whole,
            ),
        }).factory,
        catalogServiceMock.factory({ entities }),
      ],
    });
    await until(
      () => knex('asset_score').pluck('entity_ref'),
      found => found.length === 3,
    );
    const get = async (query: string) => {
      const { body } = await request(backend.server)
        .get(`/api/dora-compliance/${query}`)
        .set('authorization', mockCredentials.user.header());
      return body;
    };
    const compare = async (by: string) =>
      (await get(`scorecards?by=${by}`)).items.map(
        ({ ref, assets, notInCatalog }: Record<string, unknown>) => [
          ref,
          assets,
          ...(notInCatalog ? ['not in the catalog'] : []),
        ],
      );
    const stop = async () => {
      await backend.stop();
      await knex.destroy();
    };
    return { get, compare, stop };
  };

  it('are rows also if there is nobody, nothing, or no such entity', async () => {
    const { get, compare, stop } = await start(whole);
    expect(await compare('group')).toEqual([
      ['none', 1],
      ['group:default/empty', 1],
      ['group:default/legacy', 1, 'not in the catalog'],
    ]);
    expect(await compare('function')).toEqual([
      ['none', 3],
      ['resource:default/payments', 0],
    ]);
    expect(await compare('system')).toEqual([
      ['none', 2],
      ['system:default/core', 1],
      ['system:default/unused', 0],
    ]);

    expect(
      await get('scorecard?of=group&ref=group:default/legacy'),
    ).toMatchObject({ notInCatalog: true, assets: 1, groups: 1 });
    const known = await get('scorecard?of=group&ref=group:default/empty');
    expect(known).toMatchObject({ assets: 1 });
    expect(known).not.toHaveProperty('notInCatalog');
    expect(
      await get('scorecard?of=group&ref=group:default/nobody'),
    ).toMatchObject({ error: { code: 'scope-unknown' } });

    expect(
      await get('scorecard?of=domain&ref=domain:default/bank'),
    ).toMatchObject({ of: 'domain', assets: 1, items: [{ title: 'ledger' }] });
    const { days } = await get(
      'scorecard/trend?of=domain&ref=domain:default/bank',
    );
    expect(days.at(-1)).toMatchObject({ assets: 1 });
    expect(
      await get('scorecard?of=domain&ref=domain:default/void'),
    ).toMatchObject({ assets: 0, items: [] });
    for (const ref of ['domain:default/nowhere', 'none']) {
      expect(await get(`scorecard?of=domain&ref=${ref}`)).toMatchObject({
        error: { code: 'scope-unknown' },
      });
    }
    await stop();
  });

  it('do not say what the catalog lacks to who may not read all of it', async () => {
    const { get, stop } = await start(conditional);
    const lines = await get('scorecards?by=group');
    expect(JSON.stringify(lines)).not.toContain('notInCatalog');
    expect(
      await get('scorecard?of=group&ref=group:default/legacy'),
    ).toMatchObject({ error: { code: 'scope-unknown' } });
    await stop();
  });
});
