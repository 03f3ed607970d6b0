import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { at } from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { KnexPairClaims } from './KnexPairClaims';
import { releasePairs } from './KnexClaimPairs';
import { wherePairs } from './KnexWherePairs';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

const nameAsset = (number: number) =>
  `component:default/a${String(number).padStart(3, '0')}`;

const NOW = at(10);

async function queue(...pairs: { number: number; dueAt?: Instant }[]) {
  await knex('assessment_queue').insert(
    pairs.map(({ number, dueAt = at(1) }) => ({
      entity_ref: nameAsset(number),
      control_id: 'c',
      due_at: dueAt,
    })),
  );
}

async function prepare(count: number) {
  await createStores(knex);
  await queue(...Array.from({ length: count }, (_, number) => ({ number })));
  const claims = new KnexPairClaims(knex);
  const claim = (now = NOW) => claims.claim({ limit: 2, now });
  /** Claims pairs and takes them off the queue. */
  const work = async (now = NOW) => {
    const { pairs } = await claim(now);
    await wherePairs(knex('assessment_queue'), knex, pairs).delete();
    return pairs.map(({ entityRef }) => entityRef).sort();
  };
  const repeat = async (times: number) => {
    const worked: string[] = [];
    for (let time = 0; time < times; time += 1) {
      worked.push(...(await work()));
    }
    return worked;
  };
  return { claim, work, repeat };
}

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => nameAsset(from + index));

describe.each(databases.eachSupportedId())('claims on %s', id => {
  it('are of the longest waiting, each once, to the last one', async () => {
    knex = await databases.init(id);
    const { repeat } = await prepare(51);
    expect(await repeat(30)).toEqual(names(0, 51));
  });

  it('are again of what was claimed and released meanwhile', async () => {
    knex = await databases.init(id);
    const { claim, repeat, work } = await prepare(60);
    const slow = await claim();
    expect(await repeat(20)).toEqual(names(2, 42));
    await releasePairs(knex, slow);
    expect(await work()).toEqual(names(0, 2));
    expect(await work()).toEqual(names(42, 44));
  });

  it('are again of what was claimed and expired', async () => {
    knex = await databases.init(id);
    const { claim, repeat, work } = await prepare(60);
    await claim(shiftInstant(NOW, -59_000));
    expect(await repeat(20)).toEqual(names(2, 42));
    expect(await work(shiftInstant(NOW, 2_000))).toEqual(names(0, 2));
  });

  it('are after ten seconds of what was due before all others, but came late', async () => {
    knex = await databases.init(id);
    const { repeat, work } = await prepare(60);
    await repeat(20);
    await queue({ number: 900, dueAt: at(0) });
    const late = await work(shiftInstant(NOW, 10_000));
    expect(late).toEqual([nameAsset(40), nameAsset(900)]);
  });

  it('are at once of what came late, if little else is due', async () => {
    knex = await databases.init(id);
    const { repeat, work } = await prepare(41);
    await repeat(20);
    await queue({ number: 900, dueAt: at(0) });
    const both = [...(await work()), ...(await work())].sort();
    expect(both).toEqual([nameAsset(40), nameAsset(900)]);
    await queue({ number: 901, dueAt: at(0) });
    expect(await work()).toEqual([nameAsset(901)]);
  });
});

it('does not pass over what left the queue before', async () => {
  knex = await databases.init('POSTGRES_14');
  const { repeat, work } = await prepare(60);
  await repeat(20);
  const asked: string[] = [];
  knex.on('query', ({ sql, bindings }) => {
    asked.push(`${sql} ${JSON.stringify(bindings)}`);
  });
  await work();
  const [claimed = ''] = asked.filter(sql => sql.includes('WITH free'));
  expect(claimed).toContain('(due_at, entity_ref, control_id) >=');
  // The one that was first at the sixteenth claim.
  expect(claimed).toContain(nameAsset(30));
});
