import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import {
  assetNamed,
  at,
  control,
  installed,
  nodeNamed,
} from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { assessWith } from '../testing/assessWith';

const databases = new FreshDatabases();
const { entityRef } = assetNamed('a');
const other = assetNamed('b').entityRef;

describe.each(databases.eachSupportedId())(
  'a status that somebody edited on %s',
  databaseId => {
    /** Not satisfied now, though it once was; another asset is satisfied. */
    async function prepared() {
      const knex = await databases.init(databaseId);
      const stores = await createStores(knex);
      const { assets, assessments } = stores;
      await assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      const assess = async (
        status: 'satisfied' | 'not-satisfied',
        n: number,
      ) => {
        await assessments.install(
          [{ ...installed[0]!, codeDigest: `sha256:${n}` as never }],
          at(n),
        );
        await assessWith(assessments, {
          limit: 9,
          now: at(n),
          decide: async due =>
            due.map(({ asset, controlId }) => ({
              entityRef: asset.entityRef,
              controlId,
              control: installed[0]!.digest,
              status: asset.entityRef === other ? 'satisfied' : status,
              reason: { code: 'x', params: {} },
              counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
              rows: [],
              asOf: at(n),
            })) as never,
        });
      };
      await assess('satisfied', 1);
      await assess('not-satisfied', 2);
      const current = async () =>
        (await assessments.current(entityRef)).get(control.id)?.assessment
          .status;
      expect(await current()).toBe('not-satisfied');
      expect(await assessments.removeDrifted(at(3))).toEqual([]);
      const ids = await knex('assessment').where('status', 'satisfied');
      const findId = (ref: string) =>
        ids.find(({ entity_ref }) => entity_ref === ref).id;
      return { knex, assessments, current, assess, findId };
    }

    it.each<[string, (findId: (ref: string) => string) => object]>([
      ['shows a status of its own', () => ({ status: 'satisfied' })],
      [
        'points to what was before',
        findId => ({
          status: 'satisfied',
          assessment_id: findId(entityRef),
        }),
      ],
      [
        'points to another asset',
        findId => ({
          status: 'satisfied',
          assessment_id: findId(other),
        }),
      ],
      ['points nowhere', () => ({ assessment_id: 'none' })],
    ])('that %s is found, removed and assessed again', async (_, lie) => {
      const { knex, assessments, current, assess, findId } = await prepared();
      await knex('control_status')
        .where('entity_ref', entityRef)
        .update(lie(findId));
      expect(await assessments.removeDrifted(at(3))).toEqual([
        { entityRef, controlId: control.id },
      ]);
      expect(await current()).toBeUndefined();
      expect(await assessments.countDue(at(3), entityRef)).toBe(1);
      await assess('not-satisfied', 4);
      expect(await current()).toBe('not-satisfied');
      expect(await assessments.removeDrifted(at(5))).toEqual([]);
    });

    it('that points to another asset is not shown before it is found', async () => {
      const { knex, current, findId } = await prepared();
      const lie = { status: 'satisfied', assessment_id: findId(other) };
      await knex('control_status').where('entity_ref', entityRef).update(lie);
      expect(await current()).toBeUndefined();
    });
  },
);
