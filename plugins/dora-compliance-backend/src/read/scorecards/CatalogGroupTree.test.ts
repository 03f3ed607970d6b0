import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogGroupTree } from './CatalogGroupTree';
import { groupTreeContract } from './GroupTree.contract';

groupTreeContract(
  groups =>
    new CatalogGroupTree(
      catalogServiceMock({
        entities: groups.map(({ name, children }) => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name, namespace: 'default' },
          spec: { type: 'team', children: [] },
          relations: children.map(child => ({
            type: 'parentOf',
            targetRef: `group:default/${child}`,
          })),
        })),
      }),
    ),
  mockCredentials.user(),
);
