import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { RowsRead } from './__testUtils__/RowsRead';
import { isSqlite } from './kernel/database/isSqlite';
import { foldOldTallies } from './read/sources/KnexFoldTallies';
import { KnexGapClosing } from './read/sources/KnexGapClosing';
import { KnexSourcesQuery } from './read/sources/KnexSourcesQuery';
import {
  assetNamed,
  at,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from './testing/samples';
import { createStores, type TestStores } from './testing/TestStores';
import { normaliseWith } from './testing/normaliseWith';

const databases = new FreshDatabases();

/** Pieces of evidence of one asset, and as many documents. */
const HISTORY = 3000;

/** A page reads no more rows than so many in any step. */
const MOST = 60;

const { entityRef } = assetNamed('a');

/** Every hundredth document is rejected, another one is partial. */
function buildOutcome(minute: number) {
  if (minute % 100 === 0) {
    return { outcome: 'rejected' as const, reason: 'x' };
  }
  const kept = normalised(statementOn('a', minute))();
  return minute % 100 === 1 ? { ...kept, flaws: ['x'] } : kept;
}

async function keepHistory({ documents }: TestStores, source: string) {
  const all = Array.from({ length: HISTORY }, (_, n) => received(`${n}`, n));
  await documents.receive(
    all.map(one => ({
      ...one,
      document: { ...one.document, sourceId: source },
    })),
  );
  const decoder = new TextDecoder();
  const normalise = ({ body }: { body: Uint8Array }) =>
    buildOutcome(Number(decoder.decode(body)));
  for (let worked = 1; worked > 0; ) {
    worked = await normaliseWith(documents, {
      limit: 500,
      now: at(HISTORY),
      normalise: normalise as never,
    });
  }
}

describe.each(databases.eachSupportedId())(
  'pages of an asset with a long history on %s',
  databaseId => {
    let knex: Knex;
    let stores: TestStores;
    let read: RowsRead;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      stores = await createStores(knex);
      read = new RowsRead(knex);
      await stores.assets.save([nodeNamed('a')], at(0));
      await keepHistory(stores, 'test');
      await stores.documents.receive([received('waits', HISTORY)]);
      // SQLite plans as in a database that nobody ever analyzed.
      if (!isSqlite(knex)) {
        await knex.raw('ANALYZE');
      }
    }, 120_000);

    const longSteps = (work: () => Promise<unknown>) =>
      read.longSteps(work, MOST);

    it('the first page of evidence', async () => {
      const page = () => stores.evidence.list(entityRef, { limit: 10 });
      expect((await page()).items).toHaveLength(10);
      expect(await longSteps(page)).toEqual([]);
    });

    it('a page of evidence far back, in as many statements', async () => {
      let cursor: string | undefined;
      for (let n = 0; n < 10; n++) {
        const page = await stores.evidence.list(entityRef, {
          limit: 200,
          cursor,
        });
        cursor = page.nextCursor;
      }
      const page = () => stores.evidence.list(entityRef, { limit: 10, cursor });
      expect((await page()).items).toHaveLength(10);
      expect(await longSteps(page)).toEqual([]);
      const statements = await read.recordStatements(page);
      expect(statements.length).toBeLessThanOrEqual(3);
    });

    it.each([
      ['of one type', { type: statementOn('a').type }],
      ['of some days', { to: at(200).slice(0, 10) }],
    ])('evidence %s', async (_, filter) => {
      const page = () => stores.evidence.list(entityRef, { limit: 10, filter });
      expect((await page()).items).toHaveLength(10);
      expect(await longSteps(page)).toEqual([]);
    });

    it('one piece of evidence and its document', async () => {
      const { items } = await stores.evidence.list(entityRef, { limit: 1 });
      const { id, documentDigest } = items[0]!.evidence;
      expect(
        await longSteps(() => stores.evidence.find(entityRef, id)),
      ).toEqual([]);
      const document = () =>
        stores.evidence.readDocument(entityRef, documentDigest);
      expect(await longSteps(document)).toEqual([]);
    });

    it('when evidence was last recorded', async () => {
      const last = () => stores.evidence.lastRecordedAt(entityRef);
      expect(await last()).toBe(at(HISTORY));
      expect(await longSteps(last)).toEqual([]);
    });

    it.each(['normalised', 'rejected', 'partial'] as const)(
      'the documents that are %s, of all sources and of one',
      async state => {
        const page = (sourceId?: string) =>
          stores.documents.list({ state, limit: 10, sourceId });
        expect((await page()).items).toHaveLength(10);
        expect(await longSteps(page)).toEqual([]);
        expect(await longSteps(() => page('test'))).toEqual([]);
        expect(await page('other')).toEqual({ items: [] });
        expect(await longSteps(() => page('other'))).toEqual([]);
      },
    );

    it('documents for a reader of another asset, in few statements', async () => {
      const page = () =>
        stores.documents.list({
          state: 'normalised',
          limit: 10,
          visible: ['component:default/b'],
        });
      expect(await page()).toEqual({ items: [] });
      expect((await read.recordStatements(page)).length).toBeLessThan(20);
    });

    it('the documents that wait, of all sources and of one', async () => {
      const page = (sourceId?: string) =>
        stores.documents.list({ state: 'waiting', limit: 10, sourceId });
      expect((await page()).items).toHaveLength(1);
      expect((await page('test')).items).toHaveLength(1);
      expect(await page('other')).toEqual({ items: [] });
      const steps = await longSteps(page);
      // Those that wait are all read and put in order, and nothing else is.
      const ofQueue = /^(SCAN document_queue|USE TEMP B-TREE)/;
      expect(steps.filter(step => !ofQueue.test(step))).toEqual([]);
    });

    it('how many documents wait or were rejected, and the sources', async () => {
      const sources = new Map([['test', {} as never]]);
      const closing = new KnexGapClosing({ knex, sources, lookBack: 0 });
      const query = new KnexSourcesQuery({
        knex,
        sources,
        quietAfter: 0,
        closing,
      });
      const now = at(HISTORY + 3 * 24 * 60);
      await foldOldTallies(knex, now);
      expect(await stores.documents.count()).toEqual({
        waiting: 1,
        rejected: HISTORY / 100,
      });
      const steps = [
        ...(await longSteps(() => stores.documents.count())),
        ...(await longSteps(() => query.list(now, 'all'))),
      ];
      // Few rows, whatever the history: as above, and of one day.
      const few = ['document_tally', 'refusal_tally', 'collection_target'];
      expect(
        steps.filter(step => !few.some(table => readsTable(step, table))),
      ).toEqual([]);
    });
  },
);

/** Whether a step is of a statement on a table. */
function readsTable(step: string, table: string): boolean {
  return new RegExp(`(from|with) .${table}.`).test(step);
}
