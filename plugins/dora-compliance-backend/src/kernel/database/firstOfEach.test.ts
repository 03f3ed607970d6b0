import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { firstOfEach } from './firstOfEach';

const databases = new FreshDatabases();

it.each(databases.eachSupportedId())(
  'finds the first row for each item on %s, in one statement for 200',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await knex.schema.createTable('number', table => {
      table.integer('parity');
      table.integer('n');
    });
    await knex('number').insert([5, 3, 4, 2].map(n => ({ n, parity: n % 2 })));
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const items = [1, 7, 0, ...Array(250).fill(1)];
    const found = await firstOfEach<number, { n: number }>(
      knex,
      items,
      parity => knex('number').where({ parity }).orderBy('n').select('n'),
    );
    expect(found.slice(0, 4)).toEqual([
      { n: 3 },
      undefined,
      { n: 2 },
      { n: 3 },
    ]);
    expect(found).toHaveLength(253);
    expect(statements).toHaveLength(2);
    expect(await firstOfEach(knex, [], () => knex('number'))).toEqual([]);
    await knex.destroy();
  },
);
