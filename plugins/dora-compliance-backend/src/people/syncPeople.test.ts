import { mockServices } from '@backstage/backend-test-utils';
import type { UserAccounts } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { assessQueued } from '../assess/assessQueued';
import { toInstalled } from '../assess/toInstalled';
import { decide } from '../assess/decide';
import {
  assetNamed,
  at,
  control,
  nodeNamed,
  normalised,
  received,
} from '../testing/samples';
import { createStores, type TestStores } from '../testing/TestStores';
import { fourEyesStory } from '../testing/fourEyesStory';
import { syncPeople } from './syncPeople';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { normaliseWith } from '../testing/normaliseWith';

const databases = new FreshDatabases();

const compiled = compileControl(control);
const controls = new Map([[control.id, compiled]]);

function user(name: string, ...keys: string[]): UserAccounts {
  const userRef = `user:default/${name}`;
  const claims = keys.map(key => ({ key, userRef, how: 'explicit' as const }));
  return { userRef, claims, problems: [] };
}

describe.each(databases.eachSupportedId())('people on %s', databaseId => {
  const started = async () => {
    const stores = await createStores(await databases.init(databaseId));
    await stores.assessments.install([toInstalled(compiled)], at(0));
    await stores.assets.save([nodeNamed('a')], at(0));
    return stores;
  };

  const sweep = (
    stores: TestStores,
    users: UserAccounts[],
    minutes: number,
    logger = mockServices.logger.mock(),
  ) =>
    syncPeople({
      ...stores,
      controls: controls.values(),
      directory: {
        async *users() {
          yield users;
        },
      },
      logger,
      now: at(minutes),
    });

  async function decided(stores: TestStores, minutes: number) {
    const { assessments } = stores;
    const options = { controls, limit: 10, now: at(minutes) };
    await assessQueued(assessments, stores.decision, options);
    const current = await assessments.current('component:default/a');
    const { status, reason } = current.get(control.id)!.assessment;
    return `${status}: ${reason.code}`;
  }

  it('find the author behind the approver, and assess again', async () => {
    const stores = await started();
    await stores.documents.receive([received('story', 50)]);
    await normaliseWith(stores.documents, {
      limit: 1,
      now: at(51),
      normalise: normalised(...fourEyesStory('a')),
    });
    expect(await decided(stores, 60)).toBe(
      'not-assessed: independence-unclear',
    );
    const alice = user('alice', 'github.com/alice', 'jenkins.example/a.smith');
    expect(await sweep(stores, [alice], 61)).toBe(2);
    expect(await decided(stores, 61)).toBe('not-satisfied: self-approval');
    const apart = [
      user('alice', 'github.com/alice'),
      user('anton', 'jenkins.example/a.smith'),
    ];
    await sweep(stores, apart, 62);
    expect(await decided(stores, 62)).toBe('satisfied: all-members-satisfied');
  });

  it('a catalog without users makes nobody a stranger', async () => {
    const stores = await started();
    const alice = user('alice', 'github.com/alice');
    await sweep(stores, [alice], 1);
    expect(await sweep(stores, [], 2)).toBe(0);
    expect(await stores.people.claimsOn(['github.com/alice'])).toHaveLength(1);
  });

  it('what can not be read is said', async () => {
    const logger = mockServices.logger.mock();
    const broken = { ...user('alice'), problems: ['"alice" is no account'] };
    await sweep(await started(), [broken], 1, logger);
    expect(logger.warn).toHaveBeenCalledWith(
      'An account of a user can not be read',
      {
        problem: '"alice" is no account',
      },
    );
  });

  it('a gap of the source is none of "satisfied"', async () => {
    const asset = assetNamed('a');
    const { entityRef } = asset;
    const due = [{ entityRef, asset, controlId: control.id }];
    const stores = await started();
    const gap = {
      sourceId: 'test',
      from: at(10),
      cause: 'receiver-down' as const,
    };
    const decideWith = (gaps: [string, (typeof gap)[]][]) =>
      decide({
        due,
        controls,
        stores: {
          ...stores.decision,
          silence: { findGaps: async () => new Map(gaps) },
        },
        asOf: at(60),
      });
    await stores.documents.receive([received('story', 50)]);
    await normaliseWith(stores.documents, {
      limit: 1,
      now: at(51),
      normalise: normalised(...fourEyesStory('a', 'github.com')),
    });
    expect(await decideWith([['component:default/b', [gap]]])).toMatchObject([
      { assessment: { status: 'satisfied' } },
    ]);
    expect(await decideWith([['component:default/a', [gap]]])).toMatchObject([
      {
        assessment: {
          status: 'not-assessed',
          reason: { code: 'evidence-gap' },
        },
      },
    ]);
  });
});
