import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { readInstant } from '../kernel/database/columns';
import { at, control, installed } from '../testing/samples';
import { createStores, type TestStores } from '../testing/TestStores';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

const own = installed[0]!;
const digest = computeDigest('changed');
const changed = { ...own, digest, codeDigest: digest };
const other = {
  ...own,
  control: { ...control, id: 'chg-98-test', code: 'CHG-98' },
};
const recoded = {
  ...changed,
  codeDigest: computeDigest('other code'),
  versions: { evaluator: 99 },
};

describe.each(databases.eachSupportedId())(
  'changes of controls on %s',
  databaseId => {
    let assessments: TestStores['assessments'];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      ({ assessments } = await createStores(knex));
    });

    async function list() {
      const rows = await knex('control_change').orderBy('id');
      return rows.map(row => [
        row.code,
        row.change,
        readInstant(row.changed_at),
      ]);
    }

    it('are recorded when they become current, once', async () => {
      await assessments.install([own], at(0));
      await assessments.install([own], at(1));
      expect(await list()).toEqual([]);
      await assessments.install([changed, other], at(2));
      await assessments.install([changed, other], at(3));
      await assessments.install([recoded], at(4));
      await assessments.confirm([recoded], at(5));
      expect(await list()).toEqual([
        [control.code, 'changed', at(2)],
        ['CHG-98', 'added', at(2)],
        [control.code, 'code-changed', at(4)],
        ['CHG-98', 'removed', at(4)],
      ]);
    });

    it('are recorded if all controls go and come back', async () => {
      await assessments.install([own], at(0));
      await assessments.install([], at(1));
      await assessments.install([own], at(2));
      expect(await list()).toEqual([
        [control.code, 'removed', at(1)],
        [control.code, 'added', at(2)],
      ]);
    });

    it('name a control by its id if somebody edited it in the database', async () => {
      await assessments.install([own], at(0));
      await knex('control').update({ body: 'no control' });
      await assessments.install([], at(1));
      expect(await list()).toEqual([[control.id, 'removed', at(1)]]);
    });
  },
);
