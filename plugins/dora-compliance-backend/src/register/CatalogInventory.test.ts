import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogInventory } from './CatalogInventory';
import { userDirectoryContract } from '../people/UserDirectory.contract';
import { inventoryContract } from './Inventory.contract';

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'] = {},
  relations: [string, string][] = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

inventoryContract('CatalogInventory', () => {
  const catalog = catalogServiceMock({
    entities: [
      entity('Component', 'owned', { type: 'service', owner: 'team' }),
      entity('Component', 'orphan', { type: 'service', owner: 'gone' }),
      entity('Resource', 'store', { type: 'database' }),
      entity('System', 'payments'),
      entity('Group', 'team', { type: 'team' }, [
        ['hasMember', 'user:default/anna'],
        ['hasMember', 'user:default/left'],
        ['parentOf', 'group:default/part'],
      ]),
      entity('Group', 'part', { type: 'team' }, [
        ['hasMember', 'user:default/erik'],
        ['hasMember', 'user:default/anna'],
        ['parentOf', 'group:default/team'],
      ]),
      entity('User', 'anna'),
      entity('User', 'erik'),
    ],
  });
  return new CatalogInventory({ catalog, auth: mockServices.auth() });
});

userDirectoryContract('CatalogInventory', () => {
  const anna = entity('User', 'anna', {
    profile: { email: 'Anna@bank.example' },
  });
  const annotations = {
    'dora-compliance.io/accounts': 'jenkins.bank.example/a.l',
  };
  const catalog = catalogServiceMock({
    entities: [
      { ...anna, metadata: { ...anna.metadata, annotations } },
      entity('User', 'erik'),
      entity('Group', 'team'),
    ],
  });
  return new CatalogInventory({ catalog, auth: mockServices.auth() });
});

describe('the person whom a group names as accountable', () => {
  const name = (accountable: string) => {
    const group = entity('Group', 'team', { type: 'team' });
    const annotations = { 'dora-compliance.io/accountable': accountable };
    const catalog = catalogServiceMock({
      entities: [
        entity('Component', 'owned', { type: 'service', owner: 'team' }),
        { ...group, metadata: { ...group.metadata, annotations } },
        entity('User', 'anna'),
      ],
    });
    return new CatalogInventory({ catalog, auth: mockServices.auth() });
  };

  it.each([
    ['anna', { personRef: 'user:default/anna', exists: true }],
    ['user:default/anna', { personRef: 'user:default/anna', exists: true }],
    ['user:default/gone', { personRef: 'user:default/gone', exists: false }],
    ['group:default/team', { personRef: 'group:default/team', exists: false }],
    ['a:b:c/d', { personRef: 'a:b:c/d', exists: false }],
  ])('is found by %s, in a sweep and alone', async (text, expected) => {
    const inventory = name(text);
    const pages = [];
    for await (const page of inventory.pages()) {
      pages.push(...page);
    }
    const found = await inventory.find(['component:default/owned']);
    for (const [item] of [pages, found]) {
      expect(item?.ownership?.owner?.accountable).toEqual(expected);
    }
  });
});
