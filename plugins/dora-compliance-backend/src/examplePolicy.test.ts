import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
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
import permissionBackend from '@backstage/plugin-permission-backend';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import doraCompliance from '.';
import examplePolicy from './__testUtils__/examplePolicy';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { until } from './testing/until';

const databases = new FreshDatabases();
const guide = join(__dirname, '../../../docs/guides/permissions.md');

const groups: Record<string, readonly string[]> = {
  'user:default/guard': ['group:default/guards'],
  'user:default/auditor': ['group:default/internal-audit'],
  'user:default/contractor': ['group:default/contractors'],
};

const component = (name: string, criticality: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: name === 'vault' ? 'guards' : 'team',
    dora: { classification: { criticality } },
  },
  relations: [
    {
      type: 'ownedBy',
      targetRef: `group:default/${name === 'vault' ? 'guards' : 'team'}`,
    },
  ],
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo({ principal }) {
      const { userEntityRef } = principal as { userEntityRef: string };
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(groups[userEntityRef] ?? [])],
      };
    },
  }),
});

/**
 * As tokens of Backstage say, a plugin acts for the user. Those of the mock do not say
 * it, and the permission backend then takes the plugin for the user.
 */
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const mock = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = mock.authenticate.bind(mock);
    mock.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return token.includes('"obo"')
        ? mockCredentials.user(
            (credentials.principal as { userEntityRef: string }).userEntityRef,
            { actor: { subject: 'plugin:dora-compliance' } },
          )
        : credentials;
    };
    return mock;
  },
});

it('is the policy of the guide', () => {
  const file = join(__dirname, '__testUtils__/examplePolicy.ts');
  expect(readFileSync(guide, 'utf8')).toContain(
    `\`\`\`ts\n${readFileSync(file, 'utf8')}\`\`\``,
  );
});

describe.each(databases.eachSupportedId())('policy on %s', databaseId => {
  it('lets people review what they own, auditors export, and contractors read what is not critical', async () => {
    const knex = await databases.init(databaseId);
    const backend = await startTestBackend({
      features: [
        doraCompliance,
        permissionBackend,
        examplePolicy,
        permissionsServiceFactory,
        auth,
        httpAuthServiceFactory,
        userInfo,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
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
        catalogServiceMock.factory({
          entities: [
            component('ledger', 'critical-or-important'),
            component('vault', 'standard'),
          ],
        }),
      ],
    });
    await until(
      () => knex('asset_score').pluck('entity_ref'),
      found => found.length === 2,
    );
    const ask = async (user: string, path: string) => {
      const { status, body, text } = await request(backend.server)
        .get(`/api/dora-compliance${path}`)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${user}`),
        );
      return { status, body, text };
    };
    const record = (name: string) => `/assets/component/default/${name}/record`;

    const ownRecord = await ask('guard', record('vault'));
    expect(ownRecord.body.mayReview).toBe(true);
    const otherRecord = await ask('guard', record('ledger'));
    expect(otherRecord.body.mayReview).toBe(false);
    const review = await request(backend.server)
      .post('/api/dora-compliance/assets/component/default/ledger/reviews')
      .set('authorization', mockCredentials.user.header('user:default/guard'))
      .send({ digest: otherRecord.body.digest });
    expect([review.status, review.body.error?.code]).toEqual([
      403,
      'not-allowed',
    ]);

    const refused = await ask('guard', '/inventory/export');
    expect([refused.status, refused.body.error?.code]).toEqual([
      403,
      'not-allowed',
    ]);
    const exported = await ask('auditor', '/inventory/export');
    expect(exported.status).toBe(200);
    expect(exported.text).toContain('component:default/ledger');

    const list = await ask('contractor', '/inventory');
    expect(
      list.body.items.map((one: { entityRef: string }) => one.entityRef),
    ).toEqual(['component:default/vault']);
    const card = await ask('contractor', '/scorecard');
    expect(card.body).toMatchObject({ assets: 1, isPartial: true });
    expect((await ask('contractor', record('ledger'))).status).toBe(404);
    expect((await ask('auditor', '/scorecard')).body).toMatchObject({
      assets: 2,
      isPartial: false,
    });
    await backend.stop();
    await knex.destroy();
  });
});
