import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { at } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { KnexGapClosing } from './KnexGapClosing';

const databases = new FreshDatabases();

it.each(databases.eachSupportedId())(
  'says what a reading of the log that is over could not read, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const { silence, logReads } = await createStores(knex);
    for (const minute of [0, 60]) {
      await silence.recordHeartbeat({
        replica: 'one',
        now: at(minute),
        tolerance: 300_000,
        sourceIds: ['test'],
      });
    }
    await logReads.queue({ keptFor: new Map([['test', 1e8]]), now: at(60) });
    const { id } = (await logReads.take(at(60), at(90)))!;
    const problem = 'The delivery d1 could not be kept';
    const end = { fetched: 0, problem, attempts: 1, now: at(61) };
    await logReads.end(id, end);
    const kinds = { receives: true, collects: true };
    const sources = new Map([['test', kinds]]);
    const closing = new KnexGapClosing({ knex, sources, lookBack: 1 });
    const of = (from: number) =>
      closing
        .ofAll([{ sourceId: 'test', from: at(from), to: at(60) }], at(62), {
          withLogProblems: true,
        })
        .then(([one]) => one);
    expect(await of(0)).toMatchObject({ problem, work: [] });
    // It was read from when this one began, and not before.
    expect(await of(-1)).not.toHaveProperty('problem');
  },
);
