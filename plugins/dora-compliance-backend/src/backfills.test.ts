import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CorridorUnderTest } from './__testUtils__/CorridorUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { buildDocument } from './__testUtils__/ScriptedCollector';
import { at } from './testing/samples';
import { until } from './testing/until';

const databases = new FreshDatabases();
const HOUR = 60;
const DAY = 24 * HOUR;

describe.each(databases.eachSupportedId())('backfills on %s', databaseId => {
  let backend: CorridorUnderTest;

  beforeEach(async () => {
    backend = await CorridorUnderTest.on(databases, databaseId);
  });

  afterEach(() => backend.knex.destroy());

  it('fills in the past of what is new, once', async () => {
    const asked: [string, Instant][] = [];
    backend.collector.onBackfill = async function* once(
      { uri: of },
      { since },
    ) {
      asked.push([of, since]);
      yield { documents: [], done: 0 };
    };
    const minutes = (count: number) => count * 60_000;
    const settings = {
      frequency: minutes(6 * HOUR),
      lookBack: minutes(DAY),
      tolerance: minutes(5),
    };
    const month = { ...settings, onboarding: minutes(30 * DAY) };
    await backend.start(['a'], settings);
    expect(asked).toEqual([]);
    await backend.start(['a'], month);
    await backend.collect(1);
    await backend.start(['a', 'b'], month);
    await backend.collect(2);
    expect(asked).toEqual([
      ['https://github.com/bank/a', at(-30 * DAY)],
      ['https://github.com/bank/b', at(1 - 30 * DAY)],
    ]);
  });

  it('a backfill that reads less than rounds do closes no gap', async () => {
    await backend.start();
    backend.collector.backfilled = [];
    await backend.requestBackfill(30);
    await backend.collect(1);
    expect(await backend.backfill()).toMatchObject({
      state: 'incomplete',
      problem:
        'A backfill of this source does not read history; only rounds of its collector do. So a backfill closes no gap.',
    });
  });

  it('a backfill whose cursor does not advance stops and reports it', async () => {
    await backend.start();
    let steps = 0;
    backend.collector.onBackfill = async function* circle() {
      for (;;) {
        steps += 1;
        yield { documents: [], cursor: `p${steps % 3}`, done: steps };
      }
    };
    await backend.requestBackfill(30);
    await backend.collect(1);
    expect(steps).toBe(4);
    expect(await backend.backfill()).toMatchObject({
      problem: 'The source returned a page that was read before.',
    });
  });

  it('a backfill resumes where a killed one was, and stores nothing twice', async () => {
    await backend.start();
    await backend.collect(1);
    const asked: (string | undefined)[] = [];
    let killed = true;
    backend.collector.onBackfill = async function* pages(target, { cursor }) {
      asked.push(cursor);
      for (let page = Number(cursor ?? 0); page < 4; page++) {
        if (page === 2 && killed) {
          await new Promise(() => {});
        }
        const last = page === 3;
        yield {
          documents: [
            buildDocument(
              target,
              { now: () => at(page) },
              { part: `page ${page}` },
            ),
          ],
          ...(!last && { cursor: String(page + 1) }),
          done: page + 1,
        };
      }
    };
    await backend.requestBackfill(30);
    const before = await backend.knex('document').count({ n: '*' }).first();
    // This one is never stopped properly: its work is just gone.
    backend.corridor.sources.collection.drain().catch(() => {});
    await until(
      () => backend.backfill(),
      backfill => backfill?.done === 2,
    );
    expect(await backend.backfill()).toMatchObject({ state: 'running' });
    killed = false;
    const gone = backend.corridor;
    await backend.start();
    await backend.collect(2);
    expect(asked).toEqual([undefined]);
    await backend.collect(60);
    expect(asked).toEqual([undefined, '2']);
    expect(await backend.backfill()).toMatchObject({ state: 'done', done: 4 });
    const after = await backend.knex('document').count({ n: '*' }).first();
    expect(Number(after?.n) - Number(before?.n)).toBe(4);
    const late = await backend.knex('document').where('origin', 'back-filled');
    expect(late).toHaveLength(4);
    await gone.stop();
  });

  it('waits as long as the source says, and never gives up', async () => {
    await backend.start();
    await backend.collect(1);
    backend.collector.onBackfill = async function* limited() {
      yield {
        documents: [],
        cursor: 'p1',
        done: 0,
        problem: 'Rate limit',
        retryAfter: 2 * HOUR * 60_000,
      };
    };
    await backend.requestBackfill(30);
    await backend.collect(2);
    expect(await backend.backfill()).toMatchObject({
      state: 'waiting',
      problem: 'Rate limit',
      nextAt: at(2 + 2 * HOUR),
    });
    for (let tries = 1; tries < 10; tries++) {
      await backend.collect(2 + tries * 2 * HOUR);
    }
    expect(await backend.backfill()).toMatchObject({
      state: 'waiting',
      problem: 'Rate limit',
      nextAt: at(2 + 20 * HOUR),
    });
    backend.collector.onBackfill = async function* fine(_, { cursor }) {
      expect(cursor).toBe('p1');
      yield { documents: [], done: 1 };
    };
    // Not before the limit is over, whoever asks.
    backend.now = at(2 + 20 * HOUR);
    expect(await backend.requestBackfill(1)).toBe(0);
    await backend.collect(2 + 20 * HOUR);
    expect(await backend.backfill()).toMatchObject({ state: 'done' });
  });

  it('is tried once a day when it failed many times', async () => {
    await backend.start();
    await backend.collect(1);
    backend.collector.onBackfill = async function* broken() {
      yield { documents: [], cursor: 'p1', done: 0, problem: 'It broke' };
    };
    await backend.requestBackfill(30);
    for (let tries = 0; tries < 10; tries++) {
      await backend.collect(2 + tries * HOUR);
    }
    expect(await backend.backfill()).toMatchObject({
      state: 'waiting',
      problem: 'It broke',
      nextAt: at(2 + 9 * HOUR + DAY),
    });
  });

  it('a backfill with an incomplete document is not finished', async () => {
    await backend.start();
    await backend.collect(1);
    backend.collector.onBackfill = async function* flawed(target, _, context) {
      const documents = [
        buildDocument(target, context, { complete: false, problem: '404' }),
      ];
      yield { documents, done: 1 };
    };
    await backend.requestBackfill(30);
    await backend.collect(2);
    expect(await backend.backfill()).toMatchObject({
      state: 'incomplete',
      problem: 'history: 404.',
    });
  });
});
