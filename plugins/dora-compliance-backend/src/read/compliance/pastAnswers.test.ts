import type {
  Control,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { assessWith } from '../../testing/assessWith';
import { compileCatalogue } from '../../assess/ControlCatalogue';
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
async function learn(stores: TestStores, minutes: number, item: Statement) {
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
      const options = { due, controls, stores: decision, asOf: at(minutes) };
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
      [...controls.values()].map(({ digest }) => ({
        control,
        digest,
        reads: ['branch-protection-observed'],
      })),
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
