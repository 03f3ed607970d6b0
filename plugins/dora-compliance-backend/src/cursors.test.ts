import {
  errorCodes,
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { BankUnderTest } from './__testUtils__/BankUnderTest';
import { tried } from './__testUtils__/operationCases';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { writeCursor } from './kernel/paging/cursor';

const databases = new FreshDatabases();

/** Every list of the API, and what it is asked about. */
const lists = (Object.keys(operations) as OperationName[]).filter(
  name => 'cursor' in operations[name].query.shape,
);
const params = {
  kind: 'component',
  namespace: 'default',
  name: 'ledger',
  sourceId: 'scripted',
};

/** Cursors as they were before they were sealed, with keys of all sorts. */
const forged = [
  writeCursor('component:default/vault'),
  writeCursor('f', '0', 'component:default/vault'),
  writeCursor('f', '999999', 'component:default/vault'),
  writeCursor('2026-03-01T00:00:00.000Z', 'sha256:0'),
  // PostgreSQL knows no such year.
  writeCursor('0000-01-01T00:00:00.000Z', 'sha256:0'),
  'x',
  '',
];

describe.each(databases.eachSupportedId())('cursors on %s', databaseId => {
  let bank: BankUnderTest;
  beforeAll(async () => {
    bank = await BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: { name: 'everything', reads: () => true, seesAll: true },
    });
  });
  afterAll(() => bank.stop());

  const ask = async (name: OperationName, query: Record<string, string>) => {
    const text = await bank.ask(name, {
      params: {
        ...params,
      },
      query: {
        limit: '1',
        ...(name === 'listActions' && { group: 'group:default/team' }),
        ...(name === 'listStatusChanges' && {
          since: '2020-01-01T00:00:00.000Z',
        }),
        ...(name === 'listChangePaths' && { ref: 'resource:default/treasury' }),
        ...query,
      },
      ...(name === 'tryControl' && { body: { control: tried[0] } }),
    });
    const [status] = text.split(' ', 1);
    const body = JSON.parse(text.slice(text.indexOf(' ')));
    return { status, ...(body.targets ?? body) };
  };

  const refused = {
    status: '400',
    error: expect.objectContaining({
      code: 'cursor-invalid',
      message: expect.stringContaining(errorCodes['cursor-invalid'].fix),
    }),
  };

  describe.each(lists)('of %s', name => {
    const query: Record<string, string> =
      name === 'listDocuments' ? { state: 'normalised' } : {};

    it.each(forged)('are refused when they are forged: %s', async cursor => {
      expect(await ask(name, { ...query, cursor })).toMatchObject(refused);
    });

    it('are refused by every other list', async () => {
      const { nextCursor: cursor } = await ask(name, query);
      expect(cursor).toEqual(expect.any(String));
      for (const other of lists.filter(list => list !== name)) {
        expect(await ask(other, { cursor })).toMatchObject(refused);
      }
    });

    it('are refused when they are changed, and good otherwise', async () => {
      const { nextCursor: cursor } = await ask(name, query);
      const changed = cursor.startsWith('A') ? 'B' : 'A';
      expect(
        await ask(name, { ...query, cursor: changed + cursor.slice(1) }),
      ).toMatchObject(refused);
      const next = await ask(name, { ...query, cursor, limit: '2' });
      expect(next.status).toBe('200');
      expect(next.items.length).toBeGreaterThan(0);
    });
  });

  it.each([
    ['listInventory', { sort: 'title' }, { sort: '-title' }],
    ['listInventory', {}, { search: 'the' }],
    ['listDocuments', { state: 'normalised' }, { state: 'partial' }],
  ] as const)(
    'of %s are refused by another order or filter',
    async (name, query, other) => {
      const { nextCursor: cursor } = await ask(name, query);
      expect(await ask(name, { ...other, cursor })).toMatchObject(refused);
    },
  );
});
