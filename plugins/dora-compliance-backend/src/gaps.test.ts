import { CorridorUnderTest } from './__testUtils__/CorridorUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { buildHeartbeat, wholeRound } from './__testUtils__/ScriptedCollector';
import { at } from './testing/samples';

const databases = new FreshDatabases();
const HOUR = 60;
const DAY = 24 * HOUR;

describe.each(databases.eachSupportedId())('gaps on %s', databaseId => {
  let backend: CorridorUnderTest;

  beforeEach(async () => {
    backend = await CorridorUnderTest.on(databases, databaseId);
  });

  afterEach(() => backend.knex.destroy());

  it('a time without a receiver is a gap until a complete backfill covers it', async () => {
    await backend.start();
    await backend.pushStatement(0);
    await backend.collect(0);
    await backend.corridor.sources.watch.beat();
    backend.now = at(3 * DAY);
    await backend.start();
    await backend.corridor.sources.watch.beat();
    const gap = {
      sourceId: 'scripted',
      from: at(0),
      to: at(3 * DAY),
      cause: 'receiver-down',
    };
    expect(await backend.gaps()).toEqual([gap]);
    await backend.corridor.sources.watch.look();
    expect(await backend.source()).toMatchObject({ openGaps: 2 });
    // The collector looks back a day; the rest stays unknown.
    await backend.collect(3 * DAY + 1);
    expect(await backend.gaps()).toMatchObject([
      { cause: 'collector-silent', from: at(0), to: at(2 * DAY + 1) },
      { ...gap, to: at(2 * DAY + 1) },
    ]);
    backend.now = at(3 * DAY + 2);
    expect(await backend.requestBackfill(1)).toBe(1);
    await backend.collect(3 * DAY + 2);
    expect(await backend.backfill()).toMatchObject({ state: 'done' });
    expect(await backend.gaps()).toEqual([]);
    await backend.corridor.sources.watch.look();
    expect(await backend.source()).toMatchObject({
      state: 'healthy',
      openGaps: 0,
    });
  });

  it('says what closes a gap, and what went wrong', async () => {
    await backend.start();
    await backend.pushStatement(0);
    await backend.corridor.sources.watch.beat();
    backend.now = at(HOUR);
    await backend.corridor.sources.watch.beat();
    const advice = async () =>
      (await backend.listedGaps()).map(gap => gap.advice);
    expect(await advice()).toEqual([
      'You do not have to do anything: a collection round of scripted will close the gap. This has been queued since 2026-03-01 01:00 UTC.',
    ]);
    backend.collector.onCollect = async function* refused(target, context) {
      const problem = 'It answered 403';
      yield {
        document: buildHeartbeat(target, context, { complete: false, problem }),
      };
    };
    await backend.collect(HOUR + 1);
    expect(await advice()).toEqual([
      'The gap is closed by a collection round of scripted. The last attempt failed: It answered 403. The backend retries it automatically. If access was denied, give the credentials the permissions that the README of the module lists.',
    ]);
    // Rounds no longer reach it.
    backend.now = at(3 * DAY);
    expect(await advice()).toEqual([
      'scripted could not be read: It answered 403. Give its credentials the permissions that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.',
    ]);
    await backend.requestBackfill(0);
    expect(await advice()).toEqual([
      'You do not have to do anything: a backfill of scripted will close the gap. This has been queued since 2026-03-04 00:00 UTC.',
    ]);
    backend.collector.onCollect = wholeRound;
    await backend.collect(3 * DAY);
    await backend.corridor.sources.watch.look();
    expect(await advice()).toEqual([undefined]);
  });
});
