import type { IctAsset } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed } from '../../testing/samples';
import { namesOfAsset, readableAsset, readableDeploys } from './readableRecord';

const asset: IctAsset = {
  ...assetNamed('ledger'),
  ownerRef: 'group:default/team',
  systemRef: 'system:default/core',
  providerRef: 'resource:default/acme',
  declared: {
    functions: ['payments', 'resource:default/treasury'],
    provider: 'acme',
    pipeline: { urn: 'urn:cicd:a:b:c', canDeploy: true, deploys: ['vault'] },
  },
};

const nothing = () => false;

it('names all entities by their full references', () => {
  expect(namesOfAsset(asset)).toEqual([
    'group:default/team',
    'system:default/core',
    'resource:default/acme',
    'resource:default/payments',
    'resource:default/treasury',
    'component:default/vault',
  ]);
});

it('is the same where all may be read', () => {
  expect(readableAsset(asset, () => true)).toEqual(asset);
});

it('names nothing that may not be read', () => {
  const shown = readableAsset(asset, nothing);
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/team|core|acme|payments|treasury|vault/);
  // An empty list would say that it supports no function.
  expect(shown.declared).not.toHaveProperty('functions');
});

it('keeps what may be read as it was written', () => {
  const shown = readableAsset(asset, ref => ref.endsWith('treasury'));
  expect(shown.declared.functions).toEqual(['resource:default/treasury']);
});

it('keeps that there are no functions', () => {
  const none = { ...asset, declared: { functions: [] } };
  expect(readableAsset(none, nothing).declared.functions).toEqual([]);
});

it('leaves out what a pipeline deploys, or who owns it', () => {
  const deploys = [
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      ownerRef: 'group:default/hidden',
    },
    { entityRef: 'component:default/vault', title: 'Vault' },
  ];
  expect(readableDeploys(deploys, ref => ref.endsWith('ledger'))).toEqual([
    { entityRef: 'component:default/ledger', title: 'Ledger' },
  ]);
});
