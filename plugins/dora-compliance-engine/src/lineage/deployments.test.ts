import {
  computeDigest,
  type Evidence,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, deployed, evidence, person, sha } from '../testing/story';
import { EvidenceIndex } from './EvidenceIndex';

type Deployed = Evidence<'service-deployed'>;

const QUARTER = 15;
const told = (item: Deployed, sourceId: string, more: Partial<Deployed> = {}) =>
  ({ ...item, id: `${item.id}-${sourceId}`, sourceId, ...more } as Deployed);
const list = (...all: Evidence[]) => new EvidenceIndex(all, at(10_000));
const listTimes = (...all: Evidence[]) =>
  list(...all).deployments.map(one => [one.at, one.reports.length]);

describe('reports of one deployment', () => {
  const first = deployed(10, 'a');

  it('are those that two systems give within a quarter of an hour', () => {
    const within = told(deployed(10 + QUARTER, 'a'), 'argo');
    expect(listTimes(first, within)).toEqual([[at(10), 2]]);
    const late = told(deployed(11 + QUARTER, 'a'), 'argo');
    expect(listTimes(first, late)).toEqual([
      [at(10), 1],
      [at(11 + QUARTER), 1],
    ]);
  });

  const elsewhere: Subject = {
    kind: 'repository',
    uri: 'https://github.com/bank/other',
  };
  const again = told(deployed(12, 'a'), 'argo');

  it.each<[string, Deployed]>([
    ['another commit', told(deployed(12, 'b'), 'argo')],
    [
      'another environment',
      told(
        deployed(12, 'a', { environment: { name: 'eu', production: true } }),
        'argo',
      ),
    ],
    [
      'another repository',
      told(deployed(12, 'a'), 'argo', {
        subjects: [elsewhere, ...again.subjects.slice(1)],
      }),
    ],
    ['no repository', told(deployed(12, 'a'), 'argo', { subjects: [] })],
    ['no commit', told(deployed(12, 'a', { commit: undefined }), 'argo')],
  ])('are not those of %s', (_, other) => {
    expect(listTimes(first, other)).toHaveLength(2);
  });

  it('are no two of the same system', () => {
    expect(
      listTimes(first, again, deployed(14, 'a')).map(([, count]) => count),
    ).toEqual([2, 1]);
  });

  it('are those that name the same deployment, whenever they come', () => {
    const subject: Subject = { kind: 'deployment', uri: 'https://deploy/1' };
    const named = (item: Deployed) =>
      ({ ...item, subjects: [...item.subjects, subject] } as Deployed);
    const without = deployed(10, 'a', {
      commit: undefined,
      deployer: person('anna'),
      artifact: undefined,
      runUrl: 'https://ci/1',
    });
    const full = deployed(500, 'a', {
      deployer: person('erik'),
      artifact: { digest: computeDigest('a').toUpperCase() },
      runUrl: 'https://ci/1',
    });
    const lower = deployed(501, 'a', {
      artifact: { digest: computeDigest('a') },
      deployer: undefined,
    });
    const tagged = deployed(502, 'a', {
      artifact: { name: 'ledger:1' },
      deployer: undefined,
    });
    const [known, ...others] = list(
      ...[without, full, lower, tagged].map(named),
    ).deployments;
    expect(others).toEqual([]);
    expect(known).toMatchObject({
      at: at(10),
      commit: sha('a'),
      deployers: [{ login: 'anna' }, { login: 'erik' }],
      digests: [computeDigest('a')],
      runUrls: ['https://ci/1'],
    });
  });
});

describe('reports that name the same deployment', () => {
  const subject: Subject = { kind: 'deployment', uri: 'https://deploy/1' };
  const named = (minutes: number, commit?: string) => {
    const item = deployed(minutes, commit ?? 'a', {
      id: '1',
      ...(!commit && { commit: undefined }),
    });
    return { ...item, subjects: [...item.subjects, subject] } as Deployed;
  };
  const listCommits = (...all: Evidence[]) =>
    list(...all).deployments.map(({ commit }) => commit);

  it('are of one, if they name one commit or none, in whatever order', () => {
    expect(listCommits(named(10, 'a'), named(500))).toStrictEqual([sha('a')]);
    expect(listCommits(named(10), named(500, 'a'))).toStrictEqual([sha('a')]);
  });

  it('are of two, if any of them names another commit', () => {
    const all = [named(10), named(500, 'a'), named(501, 'b')];
    expect(listCommits(...all)).toStrictEqual([sha('a'), sha('b')]);
  });
});

describe('the order of deployments', () => {
  it('is that of time, rollbacks among them', () => {
    const { deployment } = deployed(20, 'a').predicate;
    const back = evidence('service-rolled-back', at(20), {
      deployment: { ...deployment, id: 'back' },
      rolledBackAt: at(20),
    });
    const { deployments } = list(deployed(30, 'c'), back, deployed(10, 'a'));
    expect(
      deployments.map(({ first }) => first.predicate.deployment.id),
    ).toEqual(['10', 'back', '30']);
  });

  it('is the same at the same time, in whatever order they come', () => {
    const { deployment } = deployed(20, 'x').predicate;
    const items = ['c', 'a', 'b'].map((id, place) =>
      place === 1
        ? ({
            ...evidence('service-rolled-back', at(20), {
              deployment: { ...deployment, id },
              rolledBackAt: at(20),
            }),
            id,
          } as Evidence)
        : ({ ...deployed(20, id, { id }), id } as Evidence),
    );
    const name = (some: Evidence[]) =>
      list(...some)
        .deployments.map(({ first }) => first.id)
        .join('');
    expect(name(items)).toBe('abc');
    expect(name([...items].reverse())).toBe('abc');
  });
});

describe('findDeployments', () => {
  const staging = { name: 'staging', production: false };
  const eu = { name: 'eu', production: true };
  const all = [
    deployed(10, 'a', { id: 'production a' }),
    deployed(20, 'a', { id: 'eu a', environment: eu }),
    deployed(30, 'a', { id: 'staging a', environment: staging }),
    deployed(40, 'b', { id: 'production b' }),
    deployed(50, 'c', { id: 'nameless', commit: undefined }),
  ];
  const find = (place: { environment?: string; commit?: string }) => {
    const index = list(...all);
    const { repository } = index.deployments[0]!;
    return index
      .findDeployments(repository, place)
      .map(({ first }) => first.predicate.deployment.id);
  };

  it.each([
    [{ environment: 'staging' }, ['staging a']],
    [{ environment: 'production' }, ['production a', 'production b']],
    [{ commit: sha('a') }, ['production a', 'eu a']],
    [{ environment: 'staging', commit: sha('a') }, ['staging a']],
    [{ environment: 'eu', commit: sha('b') }, []],
    [{}, ['production a', 'eu a', 'production b']],
  ])('of %j finds %j', (place, ids) => {
    expect(find(place)).toEqual(ids);
  });

  it('knows the deployments that name no repository', () => {
    const bare = { ...deployed(10, 'a'), subjects: [] } as Evidence;
    const { length } = list(bare).findDeployments(undefined, {
      environment: 'production',
    });
    expect(length).toBe(1);
  });
});
