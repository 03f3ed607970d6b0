import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import {
  assetNamed,
  at,
  control,
  installed,
  nodeNamed,
} from '../testing/samples';
import { createStores, type TestStores } from '../testing/TestStores';
import { until } from '../testing/until';

const databases = new FreshDatabases();
let knex: Knex;
let stores: TestStores;

beforeEach(async () => {
  knex = await databases.init('POSTGRES_14');
  stores = await createStores(knex);
  await stores.assessments.install(installed, at(0));
});
afterEach(() => knex.destroy());

const toPair = (name: string) => ({
  entity_ref: assetNamed(name).entityRef,
  control_id: control.id,
});

/** Waits until some transactions wait for locks on tables of this test. */
function waiting(count: number) {
  return until(
    async () => {
      const { rows } = await knex.raw(
        `SELECT count(DISTINCT activity.pid)::int AS n
         FROM pg_stat_activity AS activity
         JOIN pg_locks ON pg_locks.pid = activity.pid
         JOIN pg_class ON pg_class.oid = pg_locks.relation
         WHERE activity.wait_event_type = 'Lock'
           AND pg_class.relnamespace = current_schema()::regnamespace`,
      );
      return rows[0].n as number;
    },
    n => n >= count,
  );
}

it('replicas that start at the same time install one after the other', async () => {
  const holder = await knex.transaction();
  await holder.raw('LOCK TABLE control_read IN SHARE MODE');
  const both = Promise.all(
    [1, 2].map(() => stores.assessments.install(installed, at(1))),
  );
  await waiting(2);
  await holder.rollback();
  await both;
  expect(await knex('control_read').pluck('control_id')).toHaveLength(2);
});

it('the check of statuses and a worker do not deadlock', async () => {
  await stores.assets.save([nodeNamed('a')], at(0));
  await knex('control_status').insert({
    ...toPair('a'),
    assessment_id: 'none',
    result_digest: 'none',
    status: 'satisfied',
    assessed_at: at(0),
  });
  const worker = await knex.transaction();
  await worker('assessment_queue').where(toPair('a')).forUpdate().select();
  const check = stores.assessments.removeDrifted(at(1));
  await waiting(1);
  await worker('control_status').where(toPair('a')).update({ status: 'new' });
  await worker.commit();
  await check;
  // It was corrected meanwhile.
  expect(await knex('control_status').pluck('status')).toEqual(['new']);
});

it.each<[string, () => Promise<unknown>]>([
  [
    'a claim ends',
    () =>
      stores.assessments.release({
        ticket: 't',
        pairs: ['b', 'a'].map(name => ({
          entityRef: assetNamed(name).entityRef,
          controlId: control.id,
        })),
      }),
  ],
  [
    'assets are removed',
    () =>
      stores.assets.remove(['a', 'b'].map(name => assetNamed(name).entityRef)),
  ],
  ['a control is removed', () => stores.assessments.install([], at(1))],
])('pairs are locked in their order when %s', async (_, work) => {
  for (const name of ['b', 'a']) {
    await stores.assets.save([nodeNamed(name)], at(0));
    await knex('assessment_queue').where(toPair(name)).update({ ticket: 't' });
  }
  const other = await knex.transaction();
  const lock = (name: string) =>
    other('assessment_queue').where(toPair(name)).forUpdate().select();
  await lock('a');
  const done = work();
  await waiting(1);
  expect(await lock('b')).toHaveLength(1);
  await other.commit();
  await done;
});

it('nodes are locked in their order when criticalities are saved', async () => {
  for (const name of ['b', 'a']) {
    await stores.assets.save([nodeNamed(name)], at(0));
  }
  const other = await knex.transaction();
  const lock = (name: string) =>
    other('inventory_node')
      .where('entity_ref', assetNamed(name).entityRef)
      .forUpdate()
      .select();
  await lock('a');
  const levels = new Map(
    ['a', 'b'].map(name => [assetNamed(name).entityRef, 'standard' as const]),
  );
  const saved = stores.register.saveCriticalities(levels, at(1));
  await waiting(1);
  expect(await lock('b')).toHaveLength(1);
  await other.commit();
  await saved;
});
