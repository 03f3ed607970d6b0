import { mockCredentials } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogDomainTree } from './CatalogDomainTree';
import { domainTreeContract } from './DomainTree.contract';

domainTreeContract(
  entities =>
    new CatalogDomainTree(
      catalogServiceMock({
        entities: entities.map(({ ref, parts }) => {
          const { kind, ...metadata } = parseEntityRef(ref);
          return {
            apiVersion: 'backstage.io/v1alpha1',
            kind,
            metadata,
            relations: parts.map(targetRef => ({ type: 'hasPart', targetRef })),
          };
        }),
      }),
    ),
  mockCredentials.user(),
);
