import type { Knex } from 'knex';
import type {
  Control,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { normaliseWith } from '../testing/normaliseWith';
import {
  assetNamed,
  at,
  control,
  nodeNamed,
  normalised,
  received,
} from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { assessQueued } from './assessQueued';
import { compileCatalogue } from './ControlCatalogue';
import { toInstalled } from './toInstalled';

const { entityRef } = assetNamed('a');
const owned: Control = {
  ...control,
  population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.owner.memberCount > 1' }],
};
const controls = compileCatalogue([owned]);
const statement: Statement = {
  type: 'ownership-observed',
  subjects: [{ kind: 'entity', uri: entityRef }],
  predicate: {
    entityRef,
    ownerRef: 'group:default/owners',
    owner: { kind: 'group', title: 'Owners', memberCount: 2 },
  },
  observedAt: at(1),
  sourceId: 'test',
};

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

it.each(databases.eachSupportedId())(
  'evidence of a replica whose clock is ahead counts once its time has come on %s',
  async databaseId => {
    knex = await databases.init(databaseId);
    const { assessments, assets, documents, decision } = await createStores(
      knex,
    );
    await assessments.install([...controls.values()].map(toInstalled), at(0));
    await assets.save([nodeNamed('a')], at(0));
    await documents.receive([received('{}', 1)]);
    await normaliseWith(documents, {
      limit: 1,
      now: at(10),
      normalise: normalised(statement),
    });
    const assess = async (minutes: number) => {
      const now = at(minutes);
      await assessQueued(assessments, decision, { controls, limit: 9, now });
      return (await assessments.results(entityRef)).get(control.id)?.assessment
        .status;
    };
    expect(await assess(5)).toBe('not-assessed');
    expect(await assess(10)).toBe('satisfied');
  },
);
