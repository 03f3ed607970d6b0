import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ictAssetConditions } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type BankReader, BankUnderTest } from './__testUtils__/BankUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const exports = (Object.keys(operations) as OperationName[]).filter(
  name => 'raw' in operations[name] && operations[name].raw === 'text/csv',
);
const team = ictAssetConditions.isOwner({ claims: ['group:default/team'] });

describe.each(databases.eachSupportedId())('exports on %s', databaseId => {
  const start = (exporting: BankReader['exporting'], hidden: string[] = []) =>
    BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: {
        name: 'a reader',
        reads: ref => !hidden.includes(ref),
        seesAll: hidden.length === 0,
        ...(exporting && { exporting }),
      },
    });

  it('are all CSV files, and need the permission', async () => {
    expect(exports).toContain('exportInventory');
    expect(exports).toContain('exportScorecard');
    const bank = await start(AuthorizeResult.DENY);
    for (const name of exports) {
      expect(operations[name]).toHaveProperty(
        'alsoNeeds',
        'dora-compliance.asset.export',
      );
      const answer = await bank.ask(name);
      expect(answer).toMatch(/^403 /);
      expect(answer).toContain(
        'This requires the permission dora-compliance.asset.export.',
      );
    }
    expect(await bank.ask('listInventory')).toMatch(/^200 /);
    await bank.stop();
  });

  it('are refused with a reason while one asset may be read but not exported', async () => {
    const bank = await start(team);
    for (const name of exports) {
      const answer = await bank.ask(name);
      expect(answer).toMatch(/^403 /);
      expect(answer).toContain('"code":"export-refused"');
      expect(answer).toContain(
        'You may read all assets of this list (4), but you may not export some of them (1).',
      );
    }
    const all = await bank.ask('exportInventory', {
      query: { owner: 'group:default/team' },
    });
    expect(all).toMatch(/^200 /);
    expect(all).toContain('component:default/portal');
    const scored = await bank.ask('exportScorecard', {
      query: { of: 'system', ref: 'system:default/core' },
    });
    expect(scored).toMatch(/^200 /);
    expect(scored).toContain('component:default/ledger');
    await bank.stop();
  });

  it('and all else about assets name the permission that is missing', async () => {
    const bank = await BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: {
        name: 'nobody',
        reads: () => true,
        seesAll: true,
        reading: AuthorizeResult.DENY,
      },
    });
    const ledger = { kind: 'component', namespace: 'default', name: 'ledger' };
    const unknown = { ...ledger, name: 'unknown' };
    for (const answer of [
      await bank.ask('readCompliance', { params: ledger }),
      await bank.ask('readCompliance', { params: unknown }),
      await bank.ask('readScorecard'),
      await bank.ask('listInventory'),
      await bank.ask('exportInventory'),
    ]) {
      expect(answer).toMatch(/^403 /);
      expect(answer).toContain('the permission dora-compliance.asset.read.');
    }
    expect(await bank.ask('listControls')).toMatch(/^200 /);
    await bank.stop();
  });

  it('do not count assets that may not be read', async () => {
    const bank = await start(team, ['component:default/vault']);
    for (const name of exports) {
      const answer = await bank.ask(name);
      expect(answer).toMatch(/^200 /);
      expect(answer).toContain('component:default/portal');
    }
    await bank.stop();
  });
});
