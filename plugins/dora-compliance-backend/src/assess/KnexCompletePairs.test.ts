import {
  type Assessment,
  computeDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { withLimits } from '../kernel/database/KnexLimited';
import {
  assetNamed,
  at,
  control,
  installed,
  nodeNamed,
} from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { until } from '../testing/until';
import type { DecidablePair } from './ClaimedPair';
import { KnexAssessmentStore } from './KnexAssessmentStore';
import { assessWith } from '../testing/assessWith';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

/** Finds all pairs satisfied. */
async function satisfied(due: readonly DecidablePair[]): Promise<Assessment[]> {
  return due.map(({ asset: { entityRef }, controlId }) => ({
    entityRef,
    controlId,
    controlDigest: computeDigest('control'),
    status: 'satisfied',
    reason: { code: 'test', params: {} },
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf: at(1),
  }));
}

it('a pair whose status is locked does not block others', async () => {
  knex = await databases.init('POSTGRES_14');
  const { assessments, assets } = await createStores(knex);
  await assessments.install(installed, at(0));
  await assets.save([nodeNamed('a')], at(0));
  await assessWith(assessments, { limit: 10, now: at(1), decide: satisfied });
  await assets.save([nodeNamed('b')], at(2));
  const pair = { entity_ref: assetNamed('a').entityRef };
  const holder = await knex.transaction();
  await holder('control_status')
    .where(pair)
    .update({ assessed_at: at(2) });
  await knex('assessment_queue').insert({
    ...pair,
    control_id: control.id,
    due_at: at(2),
  });
  const hasty = new KnexAssessmentStore(withLimits(knex, { statement: 1_000 }));
  let minute = 2;
  await until(
    async () => {
      minute += 10;
      const work = { limit: 10, now: at(minute), decide: satisfied };
      await assessWith(hasty, work).catch(() => undefined);
      return assessments.current(assetNamed('b').entityRef);
    },
    current => current.has(control.id),
  );
  await holder.rollback();
  expect(await assessments.countDue(at(minute + 10))).toBe(1);
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it.each<[string, string, Partial<Assessment>]>([
    ['whose record was spoiled', '{', {}],
    ['whose result can not be kept', '', { status: null as never }],
  ])('a pair %s does not block others', async (_, record, result) => {
    knex = await databases.init(databaseId);
    const { assessments, assets } = await createStores(knex);
    await assessments.install(installed, at(0));
    await assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
    const bad = assetNamed('a').entityRef;
    if (record) {
      await knex('asset').where('entity_ref', bad).update({ record });
    }
    await assessWith(assessments, {
      limit: 10,
      now: at(1),
      decide: async due =>
        (
          await satisfied(due)
        ).map(one => (one.entityRef === bad ? { ...one, ...result } : one)),
    });
    expect(
      await knex('control_status').orderBy('entity_ref').pluck('status'),
    ).toEqual(['not-assessed', 'satisfied']);
    expect(await assessments.countDue(at(1))).toBe(0);
  });
});
