import type {
  Control,
  ControlDetailView,
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { decide } from '../../assess/decide';
import { toInstalled } from '../../assess/toInstalled';
import { assessWith } from '../../testing/assessWith';
import { normaliseWith } from '../../testing/normaliseWith';
import {
  assetNamed,
  at,
  control as definition,
  nodeNamed,
  normalised,
  organizationRead,
  received,
} from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { ComplianceQuery } from './ComplianceQuery';
import { KnexControlTexts } from './KnexControlTexts';
import { KnexEvidenceOrigins } from './KnexEvidenceOrigins';

const databases = new FreshDatabases();

const TYPE = 'organization-settings-observed';
const control: Control = {
  ...definition,
  population: { each: 'organization', from: TYPE, within: 'P2D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.requiresTwoFactor' }],
};
const controls = compileCatalogue([control]);

const reader = (seesAll: boolean) =>
  ({ seesAll: async () => seesAll, readable: async () => () => true } as never);

const prepare = async (id: Parameters<FreshDatabases['init']>[0]) => {
  const knex = await databases.init(id);
  const stores = await createStores(knex);
  const { assessments, assets, decision, documents } = stores;
  await assets.save(
    Array.from({ length: 20 }, (_, n) => nodeNamed(`a${n}`)),
    at(0),
  );
  await assessments.install([...controls.values()].map(toInstalled), at(0));
  const assess = (now: Instant) =>
    assessWith(assessments, {
      limit: 99,
      now,
      decide: async due => {
        const options = { due, controls, stores: decision, asOf: now };
        const decided = await decide(options);
        return decided.flatMap(({ assessment }) => assessment ?? []);
      },
    });
  const learn = async (item: Statement, now: Instant) => {
    await documents.receive([received(item.observedAt, 0)]);
    const normalise = normalised(item);
    await normaliseWith(documents, { limit: 9, now, normalise });
    return assess(now);
  };
  const query = new ComplianceQuery({
    ...stores,
    controls,
    closing: { ofAll: async () => [] } as never,
    texts: new KnexControlTexts(knex),
    origins: new KnexEvidenceOrigins(knex, new Map()),
  });
  const read = async (
    { seesAll = true, name = 'a0' },
    time: { now: Instant; asOf?: Instant; known?: 'now' } = { now: at(90) },
  ) => {
    const { entityRef } = assetNamed(name);
    const view = await query.readControl(
      entityRef,
      control.id,
      time,
      reader(seesAll),
    );
    return view as ControlDetailView;
  };
  return { knex, assess, learn, read };
};

describe.each(databases.eachSupportedId())(
  'evidence about an organization on %s',
  id => {
    it('decides for each of its assets, in as many statements as for one', async () => {
      const { knex, assess, learn, read } = await prepare(id);
      const statements: string[] = [];
      knex.on('query', ({ sql }) => statements.push(sql));
      expect(await assess(at(1))).toBe(20);
      statements.length = 0;
      expect(await learn(organizationRead('bank', 10), at(11))).toBe(20);
      expect(
        statements.filter(sql =>
          /insert into assessment_queue[^]*cross join/i.test(sql),
        ),
      ).toHaveLength(1);
      expect(
        statements.filter(sql => /row_number\(\)/i.test(sql)).length,
      ).toBeLessThanOrEqual(2);
      expect((await read({ name: 'a19' })).result.status).toBe('satisfied');
      await knex.destroy();
    });

    it('is listed and opened by readers of everything; others see the same but for it', async () => {
      const { knex, assess, learn, read } = await prepare(id);
      await assess(at(1));
      await learn(organizationRead('bank', 10, false), at(11));
      const whole = await read({});
      const part = await read({ seesAll: false });
      const [check] = whole.rows[0]!.checks;
      expect(check?.evidence).toHaveLength(1);
      expect(part.rows[0]!.checks).toEqual([
        { ...check, evidence: [], withheld: 1 },
      ]);
      expect({ ...part, rows: [] }).toEqual({ ...whole, rows: [] });
      expect({ ...part.rows[0], checks: [] }).toEqual({
        ...whole.rows[0],
        checks: [],
      });
      expect(part.result.status).toBe('not-satisfied');
      expect(whole.reads).toEqual([
        {
          type: TYPE,
          sources: [{ id: 'test', state: 'not-connected', lastAt: at(10) }],
        },
      ]);
      await knex.destroy();
    });

    it('decides for past instants, too', async () => {
      const { knex, assess, learn, read } = await prepare(id);
      await assess(at(1));
      await learn(organizationRead('bank', 10, false), at(11));
      await learn(organizationRead('bank', 20), at(21));
      const tell = async (minutes: number) => {
        const asOf = { now: at(90), asOf: at(minutes) };
        const then = await read({}, asOf);
        const now = await read({}, { ...asOf, known: 'now' });
        return [then.result.status, now.result.status];
      };
      expect(await tell(5)).toEqual(['not-assessed', 'not-assessed']);
      expect(await tell(15)).toEqual(['not-satisfied', 'not-satisfied']);
      expect(await tell(25)).toEqual(['satisfied', 'satisfied']);
      await knex.destroy();
    });
  },
);
