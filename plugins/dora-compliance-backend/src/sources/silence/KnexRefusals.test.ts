import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from '../../kernel/database/migrate';
import { gapFromRow } from './gapRow';
import { at } from '../../testing/samples';
import { KnexRefusals } from './KnexRefusals';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())('refusals on %s', databaseId => {
  let knex: Knex;
  let minute: number;
  let refusals: KnexRefusals;
  const onGap = jest.fn();

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    minute = 60;
    onGap.mockClear();
    refusals = new KnexRefusals({
      knex,
      tolerance: 5 * 60_000,
      now: () => at(minute),
      onGap,
    });
  });

  const refuse = (code: ErrorCode, when = minute) => {
    minute = when;
    refusals.note('github', code);
  };

  const gaps = async () =>
    (await knex('source_gap').orderBy('from_at')).map(gapFromRow);

  it.each(['body-too-deep', 'body-not-json', 'store-unavailable'] as const)(
    'a delivery of a proven sender that is lost by %s is a gap',
    async code => {
      refuse(code, 60);
      refuse(code, 62);
      await refusals.keep();
      expect(await gaps()).toMatchObject([
        {
          sourceId: 'github',
          from: at(55),
          to: at(62),
          cause: 'deliveries-refused',
        },
      ]);
      expect(onGap).toHaveBeenCalledTimes(1);
    },
  );

  it.each(['signature-invalid', 'body-too-large', 'source-off'] as const)(
    'what anybody may send is counted alone: %s',
    async code => {
      refuse(code);
      await refusals.keep();
      expect(await gaps()).toEqual([]);
      expect(onGap).not.toHaveBeenCalled();
      expect(await knex('refusal_tally')).toHaveLength(1);
    },
  );

  it('one gap grows while more is lost, and another begins later', async () => {
    for (const when of [60, 64, 80]) {
      refuse('body-too-deep', when);
      await refusals.keep();
    }
    expect((await gaps()).map(({ from, to }) => [from, to])).toEqual([
      [at(55), at(64)],
      [at(75), at(80)],
    ]);
  });

  it('has the targets of the source collected at once', async () => {
    const target = (source_id: string) => ({
      source_id,
      target_key: `${source_id} a`,
      kind: 'repository',
      uri: 'https://github.com/bank/a',
      due_at: at(600),
      added_at: at(0),
    });
    await knex('collection_target').insert([
      target('github'),
      target('gitlab'),
    ]);
    refuse('store-unavailable');
    await refusals.keep();
    const due = await knex('collection_target')
      .where('due_at', '<=', at(60))
      .pluck('source_id');
    expect(due).toEqual(['github']);
  });

  it('knows the first loss of a time in which the database was away', async () => {
    refuse('store-unavailable', 60);
    await knex.schema.renameTable('refusal_tally', 'away');
    await expect(refusals.keep()).rejects.toThrow();
    refuse('store-unavailable', 90);
    await expect(refusals.keep()).rejects.toThrow();
    await knex.schema.renameTable('away', 'refusal_tally');
    minute = 91;
    await refusals.keep();
    expect(await gaps()).toMatchObject([{ from: at(55), to: at(90) }]);
    expect(await knex('refusal_tally').sum('n as n').first()).toMatchObject({
      n: expect.anything(),
    });
  });
});
