import {
  type Control,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { markScores } from '../due/KnexMarkScores';
import { control } from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { foldScores } from './KnexFoldScores';

const databases = new FreshDatabases();
const severity = {
  'critical-or-important': 'critical',
  important: 'high',
  standard: 'low',
} as const;
const controls: Control[] = [{ ...control, severity }];
const NAMES = ['a', 'b', 'c'];

/** What happens to an asset on a day. */
const event = fc.record({
  name: fc.constantFrom(...NAMES),
  owner: fc.constantFrom('', 'group:default/x', 'group:default/y'),
  system: fc.constantFrom('', 'system:default/s'),
  rank: fc.nat(3),
  status: fc.constantFrom(...ControlStatus.options),
});

describe.each(databases.eachSupportedId())('history on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await createStores(knex);
  });
  afterAll(() => knex.destroy());

  async function happen(
    what: typeof event extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const entity_ref = `component:default/${what.name}`;
    const place = {
      owner_ref: what.owner,
      system_ref: what.system,
      criticality_rank: what.rank,
    };
    await knex('asset_index')
      .insert({
        entity_ref,
        kind: 'component',
        type: '',
        title_key: '',
        search_text: '',
        provider_ref: '',
        exposure: '',
        problems: 0,
        missing_count: 0,
        ...place,
      })
      .onConflict('entity_ref')
      .merge(Object.keys(place));
    await knex('control_status')
      .insert({
        entity_ref,
        control_id: control.id,
        assessment_id: 'none',
        result_digest: 'none',
        status: what.status,
        assessed_at: '2026-03-01T00:00:00.000Z',
      })
      .onConflict(['entity_ref', 'control_id'])
      .merge(['status']);
    await knex.transaction(one => markScores(one, [entity_ref]));
  }

  const readBefore = async (day: string) =>
    knex('score_day').where('day', '<', day).orderBy(['scope', 'day']);

  it('never changes when assets move, and the last day is the sum of the assets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { maxLength: 3 }), { maxLength: 6 }),
        async days => {
          for (const table of [
            'asset_index',
            'asset_score',
            'control_status',
            'control_total',
            'score_day',
            'score_queue',
            'score_state',
            'score_total',
          ]) {
            await knex(table).delete();
          }
          for (const [place, events] of days.entries()) {
            const day = `2026-03-0${place + 1}`;
            const before = await readBefore(day);
            for (const what of events) {
              await happen(what);
            }
            await foldScores(knex, { controls, limit: 100, today: day });
            expect(await readBefore(day)).toEqual(before);
          }
          const latest = await knex('score_day as one')
            .whereRaw(
              'day = (SELECT MAX(day) FROM score_day AS known WHERE known.scope = one.scope)',
            )
            .where('scope', 'like', 'owner:%')
            .where('assets', '>', 0)
            .orderBy('scope')
            .select('scope', 'assets', 'not_satisfied');
          const owned = await knex('asset_score')
            .groupBy('owner_ref')
            .orderBy('owner_ref')
            .select(
              knex.raw(
                "'owner:' || owner_ref AS scope, COUNT(*) AS assets, SUM(not_satisfied) AS not_satisfied",
              ),
            );
          const toNumbers = (rows: Record<string, unknown>[]) =>
            rows.map(row => [
              row.scope,
              Number(row.assets),
              Number(row.not_satisfied),
            ]);
          expect(toNumbers(latest)).toEqual(toNumbers(owned));
        },
      ),
      { numRuns: 15 },
    );
  });
});
