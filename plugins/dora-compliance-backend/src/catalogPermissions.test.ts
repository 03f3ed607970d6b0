import {
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ictAssetConditions } from '@ict-assurance/backstage-plugin-dora-compliance-node';
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

const { isOwner, isPartOfSystem, supportsFunction, hasCriticality } =
  ictAssetConditions;

/** Readers of the whole catalog, unless they say otherwise, with conditions on assets. */
const ruled: (Omit<BankReader, 'reads'> & Partial<BankReader>)[] = [
  {
    name: 'what the team owns',
    reading: isOwner({ claims: ['group:default/Team'] }),
    meets: allBut('component:default/vault'),
  },
  {
    name: 'what supports payments',
    reading: supportsFunction({ functions: ['resource:default/payments'] }),
    meets: allBut('component:default/vault', 'component:default/portal'),
  },
  {
    name: 'what is part of the core and critical, or nothing else',
    reading: {
      allOf: [
        isPartOfSystem({ systems: ['system:default/core'] }),
        hasCriticality({ levels: ['critical-or-important'] }),
      ],
    },
    meets: allBut('component:default/vault', 'resource:default/deploy'),
  },
  {
    name: 'what nobody but the guards owns, without the portal in the catalog',
    reads: allBut('component:default/portal'),
    seesAll: false,
    reading: { not: isOwner({ claims: ['group:default/guards'] }) },
    meets: allBut('component:default/vault'),
  },
  {
    name: 'no asset by its level',
    reading: { not: hasCriticality({ levels: ['critical-or-important'] }) },
    meets: allBut(
      'component:default/ledger',
      'component:default/portal',
      'component:default/vault',
      'resource:default/deploy',
    ),
  },
];

const ofWholeCatalog = (reader: (typeof ruled)[number]): BankReader => ({
  reads: () => true,
  seesAll: true,
  ...reader,
});

const everything: BankReader = {
  name: 'everything',
  reads: () => true,
  seesAll: true,
};

/** Operations that answer all the same, whatever there is. */
const nothingToHide: readonly OperationName[] = [
  'listControls',
  'describeControl',
  // The owners of policies are no assets; policies.test.ts hides one.
  'listPolicies',
];

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const start = (has: BankReader['reads'], reader: BankReader) =>
    BankUnderTest.on(databases, databaseId, { has, reader });

  describe.each([...readers, ...ruled.map(ofWholeCatalog)])(
    'who may read $name',
    reader => {
      let full: BankUnderTest;
      let never: BankUnderTest;
      beforeAll(async () => {
        full = await start(everything.reads, reader);
        const { reads, meets = () => true } = reader;
        never = await start(ref => reads(ref) && meets(ref), reader);
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
    },
  );

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
