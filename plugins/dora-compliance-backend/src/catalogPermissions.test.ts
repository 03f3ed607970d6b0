import {
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type BankReader, BankUnderTest } from './__testUtils__/BankUnderTest';
import { bankOwners } from './__testUtils__/bankEntities';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import {
  comparable,
  inOrder,
  operationCases,
} from './__testUtils__/operationCases';

const databases = new FreshDatabases();
const names = Object.keys(operations) as OperationName[];

const only = (...refs: string[]) => {
  const readable = new Set([...refs, ...bankOwners.keys()]);
  return (ref: string) => readable.has(ref);
};

const allBut = (...refs: string[]) => {
  const hidden = new Set(refs);
  return (ref: string) => !hidden.has(ref);
};

const readers: BankReader[] = [
  {
    name: 'one asset',
    reads: only('component:default/ledger', 'resource:default/treasury'),
  },
  { name: 'no asset', reads: only() },
  { name: 'all assets but one', reads: allBut('component:default/vault') },
  {
    name: 'all assets, but not all that stands around them',
    reads: allBut(
      'resource:default/payments',
      'resource:default/acme',
      'system:default/core',
    ),
  },
];

const everything: BankReader = {
  name: 'everything',
  reads: () => true,
  seesAll: true,
};

/** Operations that answer all the same, whatever there is. */
const nothingToHide: readonly OperationName[] = ['listControls'];

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const start = (has: BankReader['reads'], reader: BankReader) =>
    BankUnderTest.on(databases, databaseId, { has, reader });

  describe.each(readers)('who may read $name', reader => {
    let full: BankUnderTest;
    let never: BankUnderTest;
    beforeAll(async () => {
      full = await start(everything.reads, reader);
      never = await start(reader.reads, reader);
    });
    afterAll(async () => {
      await full.stop();
      await never.stop();
    });

    it.each(inOrder(names))(
      'is answered by %s as if the rest did not exist',
      async name => {
        const shown = comparable(await operationCases[name](full));
        expect(shown).toEqual(comparable(await operationCases[name](never)));
      },
    );
  });

  describe('the cases', () => {
    let full: BankUnderTest;
    let never: BankUnderTest;
    beforeAll(async () => {
      full = await start(everything.reads, everything);
      never = await start(allBut('component:default/vault'), everything);
    });
    afterAll(async () => {
      await full.stop();
      await never.stop();
    });

    it('are there for every operation', () => {
      expect(Object.keys(operationCases).sort()).toEqual([...names].sort());
    });

    it.each(inOrder(names))(
      'ask %s for something that can be hidden, with every parameter',
      async name => {
        const shown = comparable(await operationCases[name](full));
        const without = comparable(await operationCases[name](never));
        const differs = JSON.stringify(shown) !== JSON.stringify(without);
        expect(differs).toBe(!nothingToHide.includes(name));
        const used = [...(full.used.get(name) ?? [])].sort();
        const parameters = Object.keys(operations[name].query.shape);
        expect(used).toEqual(parameters.sort());
      },
    );
  });
});
