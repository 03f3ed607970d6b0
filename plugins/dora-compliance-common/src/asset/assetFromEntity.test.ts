/* eslint-disable no-script-url -- addresses that are refused */
import type { Entity } from '@backstage/catalog-model';
import { assetFromEntity } from './assetFromEntity';

function component(
  annotations: Record<string, string> = {},
  spec: Entity['spec'] = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ledger', annotations },
    spec,
  };
}

const readRepositories = (annotations: Record<string, string>) =>
  assetFromEntity(component(annotations))?.repositories;

describe('assetFromEntity', () => {
  it('reads owner and system as full references', () => {
    expect(
      assetFromEntity(
        component({}, { type: 'service', owner: 'team-a', system: 'payments' }),
      ),
    ).toEqual({
      entityRef: 'component:default/ledger',
      id: 'urn:backstage:component:default:ledger',
      kind: 'component',
      title: 'ledger',
      type: 'service',
      ownerRef: 'group:default/team-a',
      systemRef: 'system:default/payments',
      repositories: [],
      linked: false,
      declared: {},
      problems: [],
    });
  });

  it.each([
    [
      { 'github.com/project-slug': 'bank/ledger' },
      'https://github.com/bank/ledger',
    ],
    [{ 'gitlab.com/project-slug': 'a/b/c' }, 'https://gitlab.com/a/b/c'],
    [
      { 'dora-compliance.io/repository': 'https://git.bank.example/x/y.git' },
      'https://git.bank.example/x/y',
    ],
    [
      {
        'backstage.io/source-location':
          'url:https://github.com/bank/ledger/tree/main/',
      },
      'https://github.com/bank/ledger',
    ],
    [
      {
        'backstage.io/source-location':
          'url:https://gitlab.com/a/b/c/-/tree/main/',
      },
      'https://gitlab.com/a/b/c',
    ],
  ])('finds the repository of %j', (annotations, uri) => {
    expect(readRepositories(annotations as Record<string, string>)).toEqual([
      uri,
    ]);
  });

  it('has none for a file on disk', () => {
    expect(
      readRepositories({ 'backstage.io/source-location': 'file:/srv/x' }),
    ).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'https://user:secret@github.com/bank/ledger',
    'https://github.com@evil.example/bank/ledger',
    'https://github.com/bank/led\tger',
    'https://github.com\\bank/ledger',
  ])('takes %j for no address', address => {
    const asset = assetFromEntity(
      component({
        'dora-compliance.io/repository': address,
        'backstage.io/edit-url': address,
        'backstage.io/source-location': `url:${address}/tree/main/`,
      }),
    );
    expect(asset).toMatchObject({ repositories: [], linked: false });
    expect(asset?.editUrl).toBeUndefined();
  });

  it('says where the entity is edited', () => {
    const address = 'https://github.com/bank/ledger/edit/main/x.yaml';
    const asset = assetFromEntity(
      component({ 'backstage.io/edit-url': address }),
    );
    expect(asset?.editUrl).toBe(address);
  });

  it.each(['a/b/c', ':::', 'x'.repeat(201), 'a\0b'])(
    'names an owner that is no reference: %j',
    owner => {
      const asset = assetFromEntity(component({}, { owner, system: owner }));
      expect(asset?.ownerRef).toBeUndefined();
      expect(asset?.problems).toMatchObject([
        {
          field: 'spec.owner',
          rule: 'entity-reference',
          params: { example: 'group:payments' },
        },
        { field: 'spec.system' },
      ]);
    },
  );

  it('takes no other kinds', () => {
    expect(assetFromEntity({ ...component(), kind: 'Group' })).toBeUndefined();
  });
});
