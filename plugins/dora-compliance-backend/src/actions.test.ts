import { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { BankUnderTest } from './__testUtils__/BankUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  let bank: BankUnderTest;
  beforeAll(async () => {
    bank = await BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: { name: 'everything', reads: () => true, seesAll: true },
    });
  });
  afterAll(() => bank.stop());

  const ask = (query: Record<string, string>) =>
    bank.ask('listActions', { query });

  const list = async (query: Record<string, string>) => {
    const text = await bank.ask('listActions', { query });
    return ActionsView.parse(JSON.parse(text.slice(text.indexOf(' '))));
  };

  it('has everything that is open for a group and the groups below it, findings before unknowns', async () => {
    const view = await list({ group: 'group:default/team' });
    expect(view.owners).toContain('group:default/team');
    expect(view.owners.length).toBeGreaterThan(1);
    expect(view.items).toHaveLength(view.notSatisfied + view.notAssessed);
    expect(view.notSatisfied).toBeGreaterThan(0);
    expect(view.notAssessed).toBeGreaterThan(0);
    const statuses = view.items.map(({ status }) => status);
    expect(statuses[0]).toBe('not-satisfied');
    expect(statuses.at(-1)).toBe('not-assessed');
  });

  it('says why, since when, and what to do', async () => {
    const { items } = await list({
      group: 'group:default/team',
      status: 'not-satisfied',
    });
    for (const item of items) {
      expect(item.status).toBe('not-satisfied');
      expect(item.reason.sentence).not.toBe('');
      expect(item.advice).toEqual(expect.any(String));
      expect(item.since && item.since <= bank.now()).toBe(true);
    }
  });

  it('has what is open for one asset, in the same order, and nothing of others', async () => {
    const all = await list({ group: 'group:default/team' });
    const assetRef = all.items[0]!.entityRef;
    const view = await list({ assetRef });
    expect(view).toMatchObject({ owners: [], assets: 1 });
    expect(view.items).toEqual(
      all.items.filter(({ entityRef }) => entityRef === assetRef),
    );
    expect(view.items).toHaveLength(view.notSatisfied + view.notAssessed);
    expect(all.items.length).toBeGreaterThan(view.items.length);
    expect(
      (await list({ assetRef, status: 'not-assessed' })).items,
    ).toHaveLength(view.notAssessed);
  });

  it('refuses an asset that is not there, and an asset together with a group', async () => {
    const unknown = { assetRef: 'component:default/nobody-has-it' };
    expect(await ask(unknown)).toMatch(/^404 .*scope-unknown/);
    const both = { assetRef: 'component:default/ledger', group: 'none' };
    expect(await ask(both)).toMatch(
      /^400 .*assetRef is invalid: cannot be combined/,
    );
  });

  it('has the assets that nobody owns, and nothing for a caller without groups', async () => {
    expect((await list({ group: 'none' })).owners).toEqual(['']);
    expect(await list({})).toMatchObject({ owners: [], assets: 0, items: [] });
  });
});
