import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { at } from './testing/samples';
import { isSqlite } from './kernel/database/isSqlite';
import { migrate } from './kernel/database/migrate';

const databases = new FreshDatabases();

/** A row for each table that is append-only, and what an attacker changes. */
const rows: Record<string, { row: Record<string, unknown>; lie: object }> = {
  document: {
    row: {
      number: 7000,
      digest: 'd',
      source_id: 'github',
      media_type: 'application/json',
      size: 2,
      headers: '{}',
      body: Buffer.from('{}'),
      verification: 'signed',
      proof: 'signed-body',
      received_at: at(0),
    },
    lie: { headers: '{"lie":1}' },
  },
  delivery: {
    row: {
      source_id: 'github',
      delivery_id: '1',
      document_number: 7000,
      received_at: at(0),
      proof: 'signed-body',
    },
    lie: { document_number: 1 },
  },
  evidence: {
    row: {
      number: 7000,
      id: 'e',
      type: 'change-merged',
      subjects: '[]',
      predicate: '{}',
      observed_at: at(0),
      recorded_at: at(0),
      source_id: 'github',
      document_number: 7000,
      document_digest: 'd',
      verification: 'signed',
      proof: 'signed-body',
    },
    lie: { predicate: '{"lie":1}' },
  },
  evidence_subject: {
    row: {
      subject: Buffer.from('k'),
      type: 1,
      observed_at: at(0),
      evidence_number: 7000,
    },
    // All columns are its key: a row of other values is another row.
    lie: { type: 1 },
  },
  evidence_level: {
    row: {
      evidence_number: 7000,
      verification: 'signed',
      proof: 'signed-body',
      document_digest: 'd',
      recorded_at: at(0),
    },
    lie: { document_digest: 'lie' },
  },
  assessment: {
    row: {
      id: 'a',
      entity_ref: 'component:default/a',
      control_id: 'c',
      status: 'not-satisfied',
      body: '{}',
      summary: '{}',
      as_of: at(0),
    },
    lie: { status: 'satisfied' },
  },
  body_dictionary: {
    row: {
      number: 7000,
      source_id: 'github',
      kind: 'pushed push',
      month: '2026-11',
      bytes: Buffer.from('{}'),
    },
    lie: { bytes: Buffer.from('[]') },
  },
  control_change: {
    row: {
      id: 7000,
      control_id: 'chg-02-test',
      code: 'CHG-02',
      change: 'changed',
      changed_at: at(0),
    },
    lie: { change: 'removed' },
  },
  source_gap_history: {
    row: { id: 7000, gap_id: 'g', changed_at: at(0) },
    lie: { gap_id: 'lie' },
  },
  document_outcome_history: {
    row: {
      id: 7000,
      document_number: 7000,
      state: 'rejected',
      decided_at: at(0),
      replaced_at: at(0),
    },
    lie: { state: 'lie' },
  },
};

const keys: Record<string, string[]> = {
  document: ['digest'],
  delivery: ['source_id', 'delivery_id'],
  evidence_subject: ['subject', 'type', 'observed_at', 'evidence_number'],
  evidence_level: ['evidence_number', 'verification'],
  body_dictionary: ['source_id', 'kind', 'month'],
};

type Attack = (
  knex: Knex.Transaction,
  table: string,
  row: Record<string, unknown>,
  lie: object,
) => PromiseLike<unknown>;

const replacing = (into: string): Attack => {
  return (knex, table, row, lie) => {
    const { sql, bindings } = knex(table)
      .insert({ ...row, ...lie })
      .toSQL()
      .toNative();
    return knex.raw(sql.replace(/^insert into/i, into), bindings as never);
  };
};

const everywhere: Record<string, Attack> = {
  UPDATE: (knex, table, _, lie) => knex(table).update(lie),
  DELETE: (knex, table) => knex(table).delete(),
  'ON CONFLICT DO UPDATE': (knex, table, row, lie) =>
    knex(table)
      .insert({ ...row, ...lie })
      .onConflict(keys[table] ?? ['id'])
      .merge(),
};

const onSqlite: Record<string, Attack> = {
  ...everywhere,
  'INSERT OR REPLACE': replacing('INSERT OR REPLACE INTO'),
  'REPLACE INTO': replacing('REPLACE INTO'),
  'REPLACE of a row by its number': async (knex, table, row, lie) => {
    const key = (keys[table] ?? ['id'])[0]!;
    const [{ rowid }] = await knex(table).select({ rowid: '_rowid_' });
    const isNumbered = typeof (row.number ?? row.id) === 'number';
    const other = isNumbered ? {} : { rowid };
    return replacing('REPLACE INTO')(
      knex,
      table,
      { ...row, ...lie, ...other },
      typeof row[key] === 'string' ? { [key]: 'another' } : {},
    );
  },
  'UPDATE OR REPLACE': (knex, table, _, lie) => {
    const [column, value] = Object.entries(lie)[0]!;
    return knex.raw(`UPDATE OR REPLACE ${table} SET ${column} = ?`, [value]);
  },
  'UPDATE OR IGNORE': (knex, table, _, lie) => {
    const [column, value] = Object.entries(lie)[0]!;
    return knex.raw(`UPDATE OR IGNORE ${table} SET ${column} = ?`, [value]);
  },
};

const asReplica =
  (attack: Attack): Attack =>
  async (knex, ...on) => {
    await knex.raw('SET LOCAL session_replication_role = replica');
    return attack(knex, ...on);
  };

const truncate: Attack = (knex, table) => knex.raw(`TRUNCATE ${table}`);

const onPostgres: Record<string, Attack> = {
  ...everywhere,
  TRUNCATE: truncate,
  'TRUNCATE CASCADE': (knex, table) => knex.raw(`TRUNCATE ${table} CASCADE`),
  'UPDATE as a replica': asReplica(everywhere.UPDATE!),
  'DELETE as a replica': asReplica(everywhere.DELETE!),
  'TRUNCATE as a replica': asReplica(truncate),
};

describe.each(databases.eachSupportedId())('guards on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    for (const [table, { row }] of Object.entries(rows)) {
      await knex(table).insert(row);
    }
  });

  const attacks = databaseId.startsWith('SQLITE') ? onSqlite : onPostgres;

  describe.each(Object.entries(rows))('%s', (table, { row, lie }) => {
    it.each(Object.entries(attacks))('withstands %s', async (_, attack) => {
      const before = await knex(table).select();
      const done = knex.transaction(async transaction => {
        await attack(transaction, table, row, lie);
        // Who is not refused leaves something else behind.
        expect(await transaction(table).select()).toEqual(before);
        throw new Error('nothing was refused');
      });
      await expect(done).rejects.toThrow(
        /is append-only|replaces no row|has this row already/,
      );
      expect(await knex(table).select()).toEqual(before);
    });
  });

  it('lets through what is there already, again and again', async () => {
    for (const table of Object.keys(keys)) {
      const { row } = rows[table]!;
      const key = keys[table]![0]!;
      const { number: _, ...unnumbered } = row;
      const isNumber = typeof row[key] === 'number';
      for (const name of ['1', '1', '2', '1', '2', '3']) {
        const other = isNumber ? Number(name) : name;
        const again = { ...unnumbered, [key]: other };
        await knex(table)
          .insert([again, unnumbered, again])
          .onConflict(keys[table]!)
          .ignore();
      }
      expect(await knex(table).orderBy(key).pluck(key)).toHaveLength(4);
    }
  });

  describe('document_outcome', () => {
    const outcome = (state: string, minute: number) =>
      knex('document_outcome')
        .insert({
          document_number: 7000,
          state,
          rejection: state === 'rejected' ? 'why' : null,
          decided_at: at(minute),
        })
        .onConflict('document_number')
        .merge();
    const history = () =>
      knex('document_outcome_history')
        .whereNot('id', 7000)
        .orderBy('id')
        .pluck('state');

    it('keeps what was replaced or taken back', async () => {
      await outcome('rejected', 1);
      expect(await history()).toEqual([]);
      await outcome('partial', 2);
      await knex('document_outcome').update({ rejection: 'a lie' });
      await knex('document_outcome').delete();
      expect(await history()).toEqual(['rejected', 'partial', 'partial']);
      // As a replay does.
      await outcome('normalised', 3);
      await outcome('normalised', 4);
      await knex('document_outcome').delete();
      await outcome('normalised', 5);
      expect(await history()).toHaveLength(5);
    });
  });

  describe('source_gap', () => {
    const gap = (id: string, more: object = {}) => ({
      id,
      source_id: 'github',
      target_key: '',
      cause: 'receiver-down',
      from_at: at(0),
      ...more,
    });
    const history = (id: string) =>
      knex('source_gap_history')
        .where('gap_id', id)
        .orderBy('id')
        .select('to_at', 'made_good_at');

    it('ends and is closed, each of which is kept', async () => {
      await knex('source_gap').insert(gap('1'));
      await knex('source_gap')
        .where('id', '1')
        .update({ to_at: at(1) });
      await knex('source_gap')
        .where('id', '1')
        .update({ to_at: at(2) });
      await knex('source_gap')
        .where('id', '1')
        .update({ made_good_at: at(3) });
      const kept = await history('1');
      expect(
        kept.map(row => [row.to_at !== null, row.made_good_at !== null]),
      ).toEqual([
        [false, false],
        [true, false],
        [true, false],
        [true, true],
      ]);
      // Found again, as two replicas do.
      const again = { ...gap('2'), to_at: at(4) };
      const one = ['source_id', 'target_key', 'cause', 'from_at'];
      await knex('source_gap').insert(again).onConflict(one).ignore();
      await knex('source_gap').insert(again).onConflict(one).merge(['to_at']);
      expect(await knex('source_gap').pluck('id')).toEqual(['1']);
    });

    it.each<[string, (db: Knex.Transaction) => PromiseLike<unknown>]>([
      ['removed', db => db('source_gap').delete()],
      ['shortened', db => db('source_gap').update({ to_at: at(1) })],
      ['reopened', db => db('source_gap').update({ to_at: null })],
      ['moved', db => db('source_gap').update({ from_at: at(1) })],
      ['given away', db => db('source_gap').update({ source_id: 'x' })],
      ['excused', db => db('source_gap').update({ cause: 'source-off' })],
      ['closed again', db => db('source_gap').update({ made_good_at: at(9) })],
      ['put back', db => db('source_gap').update({ made_good_at: null })],
      ['renamed', db => db('source_gap').update({ id: 'x' })],
      [
        'closed while it lasts',
        async db => {
          await db('source_gap').insert(gap('3', { from_at: at(5) }));
          await db('source_gap')
            .where('id', '3')
            .update({
              made_good_at: at(6),
            });
        },
      ],
      [
        'replaced by its id',
        db =>
          isSqlite(db)
            ? replacing('REPLACE INTO')(
                db,
                'source_gap',
                gap('1', { from_at: at(8), to_at: at(8) }),
                {},
              )
            : db.raw('TRUNCATE source_gap'),
      ],
      [
        'replaced by what it is',
        db =>
          isSqlite(db)
            ? replacing('REPLACE INTO')(
                db,
                'source_gap',
                gap('9', { to_at: at(0), made_good_at: at(0) }),
                {},
              )
            : asReplica(truncate)(db, 'source_gap', {}, {}),
      ],
    ])('is not %s', async (_, attack) => {
      const before = await knex('source_gap').select();
      const done = knex.transaction(async transaction => {
        await attack(transaction);
        throw new Error('nothing was refused');
      });
      await expect(done).rejects.toThrow(
        /only ends|replaces no row|keeps its keys|is append-only/,
      );
      expect(await knex('source_gap').select()).toEqual(before);
    });

    it('keeps its history where nobody else looks', async () => {
      if (databaseId.startsWith('SQLITE')) {
        return;
      }
      const kept = await knex.transaction(async db => {
        await db.raw(
          'CREATE TEMPORARY TABLE source_gap_history (gap_id text, to_at timestamptz, made_good_at timestamptz, detail text, changed_at timestamptz) ON COMMIT DROP',
        );
        await db('source_gap').update({ detail: 'a lie' });
        return db('pg_temp.source_gap_history').select();
      });
      expect(kept).toEqual([]);
      expect((await history('1')).length).toBe(6);
    });
  });
});
