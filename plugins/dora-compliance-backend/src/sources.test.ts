import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CorridorUnderTest } from './__testUtils__/CorridorUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { forgetRefusals } from './sources/silence/KnexRefusals';
import { foldOldTallies, foldTallies } from './read/sources/KnexFoldTallies';
import { KnexGapClosing } from './read/sources/KnexGapClosing';
import { KnexSourcesQuery } from './read/sources/KnexSourcesQuery';
import type { SourceKinds } from './sources/silence/sourceState';
import { at } from './testing/samples';

const databases = new FreshDatabases();
const HOUR = 60;
const DAY = 24 * HOUR;

describe.each(databases.eachSupportedId())('sources on %s', databaseId => {
  let backend: CorridorUnderTest;

  beforeEach(async () => {
    backend = await CorridorUnderTest.on(databases, databaseId);
  });

  afterEach(() => backend.knex.destroy());

  /** The sources as a backend lists them that is set up with these. */
  function listSources(sources: ReadonlyMap<string, SourceKinds>) {
    const { knex, now } = backend;
    const closing = new KnexGapClosing({ knex, sources, lookBack: 1 });
    const query = new KnexSourcesQuery({
      knex,
      sources,
      quietAfter: 1,
      closing,
    });
    return query.list(now, 'all');
  }

  it('tells what was refused on the last day, and why', async () => {
    await backend.start();
    const { refusals } = backend.corridor.sources;
    const refuse = async (code: ErrorCode, times: number) => {
      for (let n = 0; n < times; n += 1) {
        refusals.note('scripted', code);
      }
      await refusals.keep();
    };
    const refused = async () => (await backend.source())?.refused;
    expect(await refused()).toEqual([]);
    await refuse('body-too-large', 1);
    await refuse('signature-invalid', 2);
    await refuse('signature-invalid', 1);
    backend.now = at(23 * HOUR);
    await refuse('signature-invalid', 4);
    expect(await refused()).toEqual([
      { code: 'signature-invalid', count: 7 },
      { code: 'body-too-large', count: 1 },
    ]);
    backend.now = at(25 * HOUR);
    expect(await refused()).toEqual([{ code: 'signature-invalid', count: 4 }]);
    backend.now = at(500 * DAY);
    await forgetRefusals(backend.knex, backend.now);
    expect(await backend.knex('refusal_tally')).toEqual([]);
  });

  it('counts on what was refused while the database was away', async () => {
    await backend.start();
    const { refusals } = backend.corridor.sources;
    refusals.note('scripted', 'signature-invalid');
    await backend.knex.schema.renameTable('refusal_tally', 'away');
    await expect(refusals.keep()).rejects.toThrow();
    await backend.knex.schema.renameTable('away', 'refusal_tally');
    refusals.note('scripted', 'signature-invalid');
    await refusals.keep();
    expect(await backend.knex('refusal_tally')).toMatchObject([{ n: 2 }]);
  });

  it('counts documents by source, also when outcomes change', async () => {
    await backend.start();
    await backend.push('"no"');
    await backend.push('"not"');
    await backend.pushStatement(0);
    const counts = { received: 3, rejected: 2, partial: 0, waiting: 0 };
    expect(await backend.source()).toMatchObject({
      state: 'failing',
      reason: {
        sentence:
          '2 of 3 documents received in the last day could not be read.',
      },
      documents: { lastDay: counts, all: counts },
    });
    expect(await foldTallies(backend.knex)).toBe(2);
    expect(await foldTallies(backend.knex)).toBe(0);
    backend.now = at(2 * DAY);
    const { replayFlawed } = backend.corridor.sources.api;
    expect(
      await replayFlawed(
        { sourceId: 'scripted', state: 'rejected', until: backend.now },
        backend.now,
      ),
    ).toEqual({
      queued: 2,
      more: false,
    });
    expect(await backend.source()).toMatchObject({
      documents: {
        lastDay: { received: 0, rejected: 0, waiting: 0 },
        all: { received: 3, rejected: 0, waiting: 2 },
      },
      lag: { waiting: 2 * DAY * 60_000 },
    });
    await backend.corridor.drain();
    expect(await backend.source()).toMatchObject({
      documents: { all: counts },
    });
    const documents = (sourceId: string) =>
      backend.corridor.documents.list({
        state: 'rejected',
        sourceId,
        limit: 9,
      });
    expect((await documents('scripted')).items).toHaveLength(2);
    expect((await documents('other')).items).toHaveLength(0);
  });

  it('counts what is older than two days without its hours', async () => {
    await backend.start();
    const day = async (n: number) => {
      backend.now = at(n * DAY);
      await backend.push(`"no ${n}"`);
      await backend.push(`"not ${n}"`);
    };
    for (const n of [0, 1, 2, 3, 4]) {
      await day(n);
    }
    const counted = async () => (await backend.source())?.documents;
    const before = await counted();
    const ofAll = await backend.corridor.documents.count();
    expect(before).toMatchObject({
      lastDay: { received: 4, rejected: 4, waiting: 0 },
      all: { received: 10, rejected: 10, waiting: 0 },
    });
    expect(await foldOldTallies(backend.knex, backend.now)).toBe(2);
    expect(await foldOldTallies(backend.knex, backend.now)).toBe(0);
    const old = await backend.knex('document_tally').where('n', '>', 1);
    expect(old.map(({ state, n }) => [state, n]).sort()).toEqual([
      ['received', 4],
      ['rejected', 4],
    ]);
    expect(await counted()).toEqual(before);
    expect(await backend.corridor.documents.count()).toEqual(ofAll);
  });

  it('a source that never told anything is not fine', async () => {
    await backend.start([]);
    expect(await backend.source()).toMatchObject({
      state: 'never-heard',
      reason: {
        sentence:
          'Nothing has been received from this source yet. Check that the CI system sends its webhooks here, or that its credentials are valid.',
      },
    });
  });

  it('says what to configure so that a source is collected from', async () => {
    const askedWith = 'credentials under integrations.github';
    const kinds = { receives: true, collects: false, askedWith };
    const sources = new Map([['github', kinds]]);
    const [view] = await listSources(sources);
    expect(view?.kinds).toEqual(kinds);
  });

  it('our own sources are not missed before they tell anything', async () => {
    const nobody = { receives: false, collects: false };
    const sources = new Map(['catalog', 'people'].map(id => [id, nobody]));
    const views = await listSources(sources);
    expect(views.map(({ state, reason }) => [state, reason.sentence])).toEqual([
      [
        'never-heard',
        expect.stringMatching(
          /^No ICT asset has been read from the catalog yet/,
        ),
      ],
      ['healthy', expect.stringMatching(/^Nobody has reviewed the record/)],
    ]);
  });

  it('goes through lists page by page', async () => {
    await backend.start(['a', 'b', 'c']);
    const { sourcesQuery } = backend.corridor.sources.api;
    await backend.requestBackfill(1);
    for (const list of [
      sourcesQuery.listTargets.bind(sourcesQuery),
      sourcesQuery.listBackfills.bind(sourcesQuery),
    ]) {
      const first = await list('scripted', { limit: 2, visible: 'all' });
      const cursor = first.nextCursor;
      const second = await list('scripted', {
        limit: 2,
        cursor,
        visible: 'all',
      });
      expect(second.nextCursor).toBeUndefined();
      const shown = [...first.items, ...second.items];
      expect(new Set(shown.map(item => item.target)).size).toBe(3);
    }
  });

  it('forgets what left the catalog', async () => {
    await backend.start(['a', 'b']);
    await backend.start(['b']);
    expect(await backend.source()).toMatchObject({ targets: { all: 1 } });
  });
});
