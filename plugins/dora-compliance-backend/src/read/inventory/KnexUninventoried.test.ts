import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../../permissions/Visibility';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import {
  assetNamed,
  at,
  nodeNamed,
  normalised,
  received,
} from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { listUninventoried } from './KnexUninventoried';
import { normaliseWith } from '../../testing/normaliseWith';

const databases = new FreshDatabases();

/** A run of a pipeline, perhaps of one that is built from no repository. */
function buildRun(
  name: string,
  minute: number,
  repository?: string,
): Statement {
  return {
    type: 'pipeline-run-finished',
    subjects: [
      { kind: 'pipeline', uri: `urn:cicd:jenkins.bank/${name}` },
      ...(repository ? [{ kind: 'repository' as const, uri: repository }] : []),
    ],
    predicate: {
      pipeline: { name },
      run: { id: '1', attempt: 1, url: 'https://jenkins.bank/1' },
      outcome: 'success',
      trigger: 'push',
      finishedAt: at(minute),
    },
    observedAt: at(minute),
    sourceId: 'test',
  } as Statement;
}

it.each(databases.eachSupportedId())(
  'lists pipelines that are built from no repository on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    const { entityRef, repositories } = assetNamed('a');
    await stores.assets.save([nodeNamed('a')], at(0));
    await stores.documents.receive([received('1')]);
    await normaliseWith(stores.documents, {
      limit: 1,
      now: at(9),
      normalise: normalised(
        buildRun('none', 2),
        buildRun('some', 1, repositories[0]),
      ),
    });
    const page = { limit: 9, visible: 'all' as const };
    const { items } = await listUninventoried(knex, stores.register, page);
    expect(items.map(({ name, assets }) => [name, assets])).toEqual([
      ['none', []],
      ['some', [{ entityRef, title: 'a' }]],
    ]);
    await knex.destroy();
  },
);

it.each(databases.eachSupportedId())(
  'does not call a pipeline missing that the caller may not read on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    const { entityRef, repositories } = assetNamed('a');
    const pipeline = { urn: 'urn:cicd:jenkins.bank/known', canDeploy: true };
    await stores.assets.save(
      [nodeNamed('a'), nodeNamed('hidden', { pipeline })],
      at(0),
    );
    await stores.documents.receive([received('1')]);
    await normaliseWith(stores.documents, {
      limit: 1,
      now: at(9),
      normalise: normalised(
        buildRun('known', 2, repositories[0]),
        buildRun('unknown', 1, repositories[0]),
      ),
    });
    const listFor = async (visible: Visibility) => {
      const page = { limit: 9, visible };
      const { items } = await listUninventoried(knex, stores.register, page);
      return items.map(({ name }) => name);
    };
    const ruled = { property: 'owner' as const, values: ['group:default/x'] };
    expect(await listFor([entityRef])).toEqual(['unknown']);
    expect(
      await listFor({ catalog: [entityRef], criteria: { not: ruled } }),
    ).toEqual(['unknown']);
    expect(await listFor('all')).toEqual(['unknown']);
    expect(await listFor([])).toEqual([]);
    await knex.destroy();
  },
);
