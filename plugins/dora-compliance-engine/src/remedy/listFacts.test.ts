import { listFacts } from './listFacts';

const asset = {
  ownerRef: 'group:default/guards',
  providerRef: 'resource:default/aws',
  repositories: ['https://github.com/bank/ledger'],
};

describe('the facts about who can act', () => {
  it('are those of the asset, the control and the reason', () => {
    const params = {
      change: '12',
      environment: 'production',
      incident: 'INC-7',
      person: 'marco',
      provider: 'resource:default/azure',
      source: 'github',
      count: 3,
    };
    const reason = { code: 'bank-late', params };
    const { count: _, ...named } = params;
    expect(listFacts(asset, { code: 'CHG-02' }, reason)).toEqual({
      owner: asset.ownerRef,
      repositories: asset.repositories,
      control: 'CHG-02',
      ...named,
    });
  });

  it('name the provider of the asset if the reason names none', () => {
    const facts = listFacts(
      asset,
      { code: 'GOV-06' },
      { code: 'bank-late', params: { person: '' } },
    );
    expect([facts.provider, facts.person]).toEqual([
      asset.providerRef,
      undefined,
    ]);
  });
});
