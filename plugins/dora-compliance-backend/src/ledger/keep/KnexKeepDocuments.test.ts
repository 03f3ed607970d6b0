import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { withLimits } from '../../kernel/database/KnexLimited';
import { at, normalised, received, statementOn } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { until } from '../../testing/until';
import type { ReceivedDocument } from '../ReceivedDocument';
import { KnexDocumentStore } from '../KnexDocumentStore';
import { normaliseWith } from '../../testing/normaliseWith';

const databases = new FreshDatabases();

it('a document whose statement hangs does not block others', async () => {
  const knex = await databases.init('POSTGRES_14');
  const { documents: patient } = await createStores(knex);
  const [one, other] = [received('1', 0), received('2', 1)];
  await patient.receive([one, other]);
  const findNumber = async ({ document: { digest } }: ReceivedDocument) =>
    Number((await knex('document').where({ digest }).pluck('number'))[0]);
  const hanging = await findNumber(one);
  const kept = await findNumber(other);
  const holder = await knex.transaction();
  await holder('document_outcome').insert({
    document_number: hanging,
    state: 'normalised',
    decided_at: at(0),
  });
  const view = withLimits(knex, { statement: 1_000 });
  const hasty = new KnexDocumentStore(view);
  let minute = 1;
  await until(
    async () => {
      minute += 10;
      const work = normaliseWith(hasty, {
        limit: 10,
        now: at(minute),
        normalise: normalised(statementOn('a')),
      });
      // On a busy machine any statement may take too long.
      await work.catch(() => undefined);
      return knex('document_outcome').pluck('document_number');
    },
    numbers => numbers.map(Number).includes(kept),
  );
  await holder.rollback();
  expect(await patient.count()).toEqual({ waiting: 1, rejected: 0 });
  await knex.destroy();
});
