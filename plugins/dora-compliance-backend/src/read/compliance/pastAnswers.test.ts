import type {
  Control,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { assessWith } from '../../testing/assessWith';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { toInstalled } from '../../assess/toInstalled';
import { decide } from '../../assess/decide';
import { normaliseWith } from '../../testing/normaliseWith';
import {
  assetNamed,
  at,
  control as definition,
  nodeNamed,
  normalised,
  received,
} from '../../testing/samples';
import { createStores, type TestStores } from '../../testing/TestStores';
import { ComplianceQuery } from './ComplianceQuery';
import { KnexControlTexts } from './KnexControlTexts';
import { KnexEvidenceOrigins } from './KnexEvidenceOrigins';

const databases = new FreshDatabases();

const control: Control = {
  ...definition,
  appliesTo: { kind: 'component' },
  population: {
    each: 'asset',
    from: 'branch-protection-observed',
    within: 'P30D',
  },
  assess: [{ id: 'it', text: 'It.', assert: 'member.protected' }],
};
const controls = compileCatalogue([control]);
const { entityRef } = assetNamed('a');

const read = (minutes: number, isProtected: boolean): Statement => ({
  type: 'branch-protection-observed',
  subjects: [{ kind: 'repository', uri: 'https://github.com/bank/a' }],
  predicate: { complete: true, branch: 'main', protected: isProtected },
  observedAt: at(minutes),
  sourceId: 'github',
});

/** Evidence that we learn at some minute, and what is due then. */
async function learn(
  stores: TestStores,
  minutes: number,
  item: Statement,
  installed = controls,
) {
  const { documents, assessments, decision } = stores;
  await documents.receive([received(`${minutes}`, minutes)]);
  await normaliseWith(documents, {
    limit: 9,
    now: at(minutes),
    normalise: normalised(item),
  });
  await assessWith(assessments, {
    limit: 9,
    now: at(minutes),
    decide: async due => {
      const options = {
        due,
        controls: installed,
        stores: decision,
        asOf: at(minutes),
      };
      const decided = await decide(options);
      return decided.flatMap(({ assessment }) => assessment ?? []);
    },
  });
}

it.each(databases.eachSupportedId())(
  'a past answer is what was recorded then, or what is known of then now, on %s',
  async id => {
    const knex: Knex = await databases.init(id);
    const stores = await createStores(knex);
    await stores.assets.save([nodeNamed('a')], at(0));
    await stores.assessments.install(
      [...controls.values()].map(toInstalled),
      at(0),
    );
    await learn(stores, 10, read(10, true));
    // On minute 30 we learn that the branch was not protected on minute 20.
    await learn(stores, 30, read(20, false));
    await learn(stores, 50, read(50, true));
    const query = new ComplianceQuery({
      ...stores,
      controls,
      closing: { ofAll: async () => [] } as never,
      texts: new KnexControlTexts(knex),
      origins: new KnexEvidenceOrigins(knex, new Map()),
    });
    const reader = {
      seesAll: async () => true,
      readable: async () => () => true,
    } as never;
    const tell = async (minutes: number, known: 'then' | 'now') => {
      const time = { now: at(60), asOf: at(minutes), known };
      const view = await query.readControl(entityRef, control.id, time, reader);
      return typeof view === 'string' ? view : view.result.status;
    };
    const each = async (known: 'then' | 'now') => [
      await tell(5, known),
      await tell(15, known),
      await tell(25, known),
      await tell(35, known),
      await tell(55, known),
    ];
    expect(await each('then')).toEqual([
      'not-assessed',
      'satisfied',
      'satisfied',
      'not-satisfied',
      'satisfied',
    ]);
    expect(await each('now')).toEqual([
      'not-assessed',
      'satisfied',
      'not-satisfied',
      'not-satisfied',
      'satisfied',
    ]);
    await knex.destroy();
  },
);

it.each(databases.eachSupportedId())(
  'a past answer has the control and the criticality of then, and says what it has not, on %s',
  async id => {
    const knex: Knex = await databases.init(id);
    const stores = await createStores(knex);
    await stores.assets.save([nodeNamed('a')], at(0));
    const parameters = {
      demanded: {
        'critical-or-important': true,
        important: true,
        standard: false,
        basis: 'policy' as const,
      },
    };
    const before: Control = {
      ...control,
      title: 'As it was',
      parameters,
      assess: [
        {
          id: 'it',
          text: 'It.',
          assert: 'member.protected == parameters.demanded',
        },
      ],
    };
    const old = compileCatalogue([before]);
    const install = async (catalogue: typeof controls, minutes: number) =>
      stores.assessments.install(
        [...catalogue.values()].map(one => ({
          ...toInstalled(one),
          reads: ['branch-protection-observed'],
        })),
        at(minutes),
      );
    await install(old, 0);
    await learn(stores, 10, read(10, false), old);
    await install(controls, 20);
    await learn(stores, 30, read(30, true));
    await learn(stores, 40, {
      type: 'asset-record-observed',
      subjects: [{ kind: 'entity', uri: entityRef }],
      predicate: {
        entityRef,
        record: `sha256:${'a'.repeat(64)}`,
        missing: [],
        problems: [],
        declared: 'standard',
      },
      observedAt: at(5),
      sourceId: 'catalog',
    } as unknown as Statement);
    const query = new ComplianceQuery({
      ...stores,
      controls,
      closing: { ofAll: async () => [] } as never,
      texts: new KnexControlTexts(knex),
      origins: new KnexEvidenceOrigins(knex, new Map()),
    });
    const reader = { seesAll: async () => true } as never;
    const tell = async (minutes: number, known: 'then' | 'now') => {
      const time = { now: at(60), asOf: at(minutes), known };
      const view = await query.readControl(entityRef, control.id, time, reader);
      if (typeof view === 'string') {
        throw new Error(view);
      }
      const { severity, title } = view.result.control;
      return [view.control.title, title, severity, view.notAsOf];
    };
    expect(await tell(15, 'then')).toEqual([
      'As it was',
      'As it was',
      'high',
      ['asset'],
    ]);
    expect(await tell(35, 'then')).toEqual(['Test', 'Test', 'low', ['asset']]);
    expect(await tell(15, 'now')).toEqual([
      'Test',
      'Test',
      'low',
      ['asset', 'control'],
    ]);
    expect(await tell(1, 'now')).toEqual([
      'Test',
      'Test',
      'high',
      ['asset', 'control', 'criticality'],
    ]);
    expect(await tell(1, 'then')).toEqual([
      'Test',
      'Test',
      'high',
      ['asset', 'control', 'criticality'],
    ]);
    const current = await query.readControl(
      entityRef,
      control.id,
      { now: at(60) },
      reader,
    );
    expect(current).not.toHaveProperty('notAsOf');
    await knex.destroy();
  },
);
