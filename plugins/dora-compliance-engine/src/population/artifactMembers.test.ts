import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  DAY,
  day,
  type Clause,
  findMembers,
  listMembers,
  without,
} from '../testing/members';
import { deployed, evidence } from '../testing/story';

describe('running artifacts', () => {
  const running: Clause = {
    each: 'running-artifact',
    within: 'P1D',
    where: { environment: 'production' },
  };
  const production = { name: 'production', production: true };
  const seen = (
    days: number,
    more: Partial<Predicate<'environment-observed'>> = {},
    uri = 'https://k8s/production',
  ) =>
    evidence(
      'environment-observed',
      day(days),
      {
        complete: true,
        environment: production,
        artifacts: [{ name: 'ledger', digest: 'sha256:aa' }],
        ...more,
      },
      [{ kind: 'environment', uri }],
    );
  const eu = { name: 'eu', production: true };

  it('are those of the latest reading of each place', () => {
    const [old, now, other] = [
      seen(99.1, { artifacts: [{ name: 'old' }] }),
      seen(99.5),
      seen(99.6, { environment: eu }, 'https://k8s/eu'),
    ];
    const found = findMembers(running, [old, now, other]);
    expect(found.members.map(({ describes }) => describes)).toEqual([
      { kind: 'artifact', title: 'ledger (production)', at: day(99.5) },
      { kind: 'artifact', title: 'ledger (eu)', at: day(99.6) },
    ]);
    expect(found.members[0]).toMatchObject({
      value: {
        ...{ environment: 'production', production: true },
        name: 'ledger',
      },
      evidence: [now],
    });
    expect(found.validUntil).toBe(day(100.5));
  });

  it('differ by source and name, where no subject names the place', () => {
    const bare = (...all: Evidence[]) =>
      listMembers(
        running,
        all.map(one => without(one, 'environment')),
      ).length;
    expect(bare(seen(99.1), seen(99.5))).toBe(1);
    expect(bare(seen(99.1), seen(99.5, { environment: eu }))).toBe(2);
    const argo = { ...seen(99.5), sourceId: 'argo' } as Evidence;
    expect(bare(seen(99.1), argo)).toBe(2);
    // A subject is one place, whoever reads it.
    expect(listMembers(running, [seen(99.1), argo])).toHaveLength(1);
  });

  it('are not known of a stale reading', () => {
    expect(findMembers(running, [seen(99)]).members).toEqual([
      {
        value: {},
        evidence: [expect.anything()],
        describes: { kind: 'artifact', title: 'production', at: day(99) },
        problem: {
          code: 'evidence-stale',
          params: { observedAt: day(99), days: 1 },
        },
      },
    ]);
    expect(findMembers(running, [seen(99)]).validUntil).toBe(day(189));
    expect(listMembers(running, [seen(10)])).toEqual([]);
    expect(listMembers(running, [seen(10.01)])).toHaveLength(1);
  });

  it('are not known of a place that is deployed to and not read', () => {
    const deployment = deployed(50 * DAY, 'm', { environment: eu });
    const ancient = deployed(10 * DAY, 'm', {
      environment: { name: 'us', production: true },
    });
    const staging = deployed(50 * DAY, 'm', {
      environment: { name: 'staging', production: false },
    });
    const { members } = findMembers(running, [
      seen(99.5),
      deployment,
      ancient,
      staging,
    ]);
    // However long ago it was deployed to.
    expect(members.slice(1)).toEqual(
      [
        { item: ancient, title: 'us', at: day(10) },
        { item: deployment, title: 'eu', at: day(50) },
      ].map(({ item, title, at: when }) => ({
        value: {},
        evidence: [item],
        describes: { kind: 'artifact', title, at: when },
        problem: {
          code: 'state-not-observed',
          params: { kind: 'artifact', type: 'environment-observed' },
        },
      })),
    );
    expect(findMembers(running, [deployment])).toMatchObject({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'state-not-observed',
          params: { kind: 'artifact', type: 'environment-observed' },
        },
      },
    });
  });

  it('are none where nothing runs, unless that was not read completely', () => {
    const empty = [
      seen(99.5, { artifacts: [] }),
      seen(99.6, { artifacts: [], environment: eu }, 'https://k8s/eu'),
    ];
    expect(findMembers(running, empty).empty).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'nothing-runs',
        params: { environments: 'production, eu' },
      },
    });
    const partly = { complete: false, problem: '403' };
    const [unknown] = findMembers(running, [
      seen(99.5, { artifacts: [], ...partly }),
    ]).members;
    expect(unknown?.problem?.code).toBe('evidence-incomplete');
    const [doubtful] = findMembers(running, [seen(99.5, partly)]).members;
    expect(doubtful).toMatchObject({
      value: { name: 'ledger' },
      doubt: { code: 'evidence-incomplete' },
    });
  });

  it('are not those whose names are excepted', () => {
    const artifacts = [{ name: 'istio/proxy' }, { name: 'ledger' }];
    const except = ['istio/'];
    expect(
      listMembers({ ...running, except }, [seen(99.5, { artifacts })]),
    ).toHaveLength(1);
  });
});
