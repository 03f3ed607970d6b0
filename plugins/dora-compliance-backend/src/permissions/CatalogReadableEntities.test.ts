import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { listReadableEntities } from './CatalogReadableEntities';

it('lists what the inventory knows, and nobody else', async () => {
  const catalog = catalogServiceMock({
    entities: ['Component', 'Resource', 'System', 'API', 'Group', 'User'].map(
      kind => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name: 'A' },
      }),
    ),
  });
  const credentials = mockCredentials.user();
  expect(await listReadableEntities(catalog, credentials)).toEqual([
    'component:default/a',
    'resource:default/a',
    'system:default/a',
    'api:default/a',
  ]);
});
