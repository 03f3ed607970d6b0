import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  assetReviewPermission,
  ICT_ASSET_RESOURCE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import request from 'supertest';
import doraCompliance from '.';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { AccessControl } from './permissions/AccessControl';
import { until } from './testing/until';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())(
  'who may review, on %s',
  databaseId => {
    it('can depend on the owner, the system and the criticality of the asset', async () => {
      const knex = await databases.init(databaseId);
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
          mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
          catalogServiceMock.factory({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'ledger' },
                spec: {
                  type: 'service',
                  lifecycle: 'production',
                  owner: 'group:default/guards',
                  system: 'system:default/core',
                },
                relations: [
                  { type: 'ownedBy', targetRef: 'group:default/guards' },
                  { type: 'partOf', targetRef: 'system:default/core' },
                ],
              },
            ],
          }),
        ],
      });
      await until(
        () => knex('asset_index').first('entity_ref'),
        found => found !== undefined,
      );
      const apply = async (
        rule: string,
        params: object,
        resourceRef = 'component:default/ledger',
      ) => {
        const { body, status } = await request(backend.server)
          .post(
            '/api/dora-compliance/.well-known/backstage/permissions/apply-conditions',
          )
          .set('authorization', mockCredentials.service.header())
          .send({
            items: [
              {
                id: '1',
                resourceRef,
                resourceType: ICT_ASSET_RESOURCE,
                conditions: { rule, resourceType: ICT_ASSET_RESOURCE, params },
              },
            ],
          });
        expect(status).toBe(200);
        return body.items[0].result;
      };
      expect(
        await apply('IS_ASSET_OWNER', { claims: ['group:default/guards'] }),
      ).toBe('ALLOW');
      expect(
        await apply('IS_ASSET_OWNER', { claims: ['group:default/others'] }),
      ).toBe('DENY');
      expect(
        await apply('IS_PART_OF_SYSTEM', { systems: ['system:default/core'] }),
      ).toBe('ALLOW');
      expect(
        await apply('HAS_CRITICALITY', { levels: ['critical-or-important'] }),
      ).toBe('DENY');
      expect(
        await apply(
          'IS_ASSET_OWNER',
          { claims: ['group:default/guards'] },
          'component:default/unknown',
        ),
      ).toBe('DENY');
      await backend.stop();
      await knex.destroy();
    });
  },
);

it('asks the policy about the asset that is reviewed', async () => {
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result: AuthorizeResult.DENY }],
  });
  const access = new AccessControl({
    permissions,
    list: async () => [],
    own: async () => [],
    rules: undefined as never,
  });
  const entityRef = 'component:default/ledger';
  const credentials = mockCredentials.user();
  expect(
    await access.may(assetReviewPermission.name, credentials, entityRef),
  ).toBe(false);
  expect(permissions.authorize).toHaveBeenCalledWith(
    [{ permission: assetReviewPermission, resourceRef: entityRef }],
    { credentials },
  );
});
