import { ictAssetRules, type RuledAsset } from './ictAssetRules';

const asset: RuledAsset = {
  entityRef: 'component:default/ledger',
  ownerRef: 'group:default/guards',
  systemRef: 'system:default/core',
  criticality: 'important',
  functions: ['resource:default/payments'],
};
const bare: RuledAsset = {
  entityRef: 'component:default/bare',
  ownerRef: '',
  systemRef: '',
  functions: [],
};
const { isOwner, isPartOfSystem, supportsFunction, hasCriticality } =
  ictAssetRules;

describe('rules of ICT assets', () => {
  it.each([
    ['its owner', isOwner.apply(asset, { claims: ['Group:default/Guards'] })],
    [
      'its system',
      isPartOfSystem.apply(asset, { systems: ['system:default/core'] }),
    ],
    [
      'its function',
      supportsFunction.apply(asset, {
        functions: ['resource:default/other', 'resource:default/payments'],
      }),
    ],
    ['its level', hasCriticality.apply(asset, { levels: ['important'] })],
    ['no level', hasCriticality.apply(bare, { levels: ['unclassified'] })],
  ])('allow %s', (_, allowed) => {
    expect(allowed).toBe(true);
  });

  it.each([
    [
      'another owner',
      isOwner.apply(asset, { claims: ['group:default/other'] }),
    ],
    ['nobody', isOwner.apply(bare, { claims: [] })],
    [
      'another system',
      isPartOfSystem.apply(asset, { systems: ['system:default/x'] }),
    ],
    [
      'another function',
      supportsFunction.apply(bare, {
        functions: ['resource:default/payments'],
      }),
    ],
    [
      'another level',
      hasCriticality.apply(asset, { levels: ['unclassified'] }),
    ],
  ])('deny %s', (_, allowed) => {
    expect(allowed).toBe(false);
  });
});
