import type {
  Evidence,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  DAY,
  day,
  NOW,
  type Clause,
  findMembers,
  listMembers,
  without,
} from '../testing/members';
import { asset, at, built, evidence, recordObserved } from '../testing/story';

describe('states', () => {
  const settings: Clause = {
    each: 'repository',
    from: 'pipeline-settings-observed',
    within: 'P2D',
  };
  const observed = (days: number, more = {}) =>
    evidence('pipeline-settings-observed', day(days), {
      complete: true,
      defaultTokenRights: 'read',
      ...more,
    });
  const definition: Clause = {
    each: 'pipeline',
    from: 'pipeline-definition-observed',
    within: 'P2D',
  };
  type Definition = Predicate<'pipeline-definition-observed'>;
  const defined = (days: number, more: Partial<Definition> = {}) =>
    evidence(
      'pipeline-definition-observed',
      day(days),
      {
        complete: true,
        pipeline: { name: 'Build', path: 'ci.yml' },
        triggers: ['push'],
        uses: [],
        runners: [],
        environments: [],
        ...more,
      } as Definition,
      [{ kind: 'pipeline', uri: 'https://ci/build' }],
    );

  it('of a repository are called as it is', () => {
    const one = observed(99);
    expect(findMembers(settings, [one]).members).toEqual([
      {
        value: one.predicate,
        evidence: [one],
        describes: {
          kind: 'repository',
          title: 'https://github.com/bank/ledger',
          uri: 'https://github.com/bank/ledger',
          at: day(99),
        },
      },
    ]);
    const entity: Subject = { kind: 'entity', uri: asset.entityRef };
    const behind = { ...one, subjects: [entity, ...one.subjects] } as Evidence;
    expect(listMembers(settings, [behind])[0]).toMatchObject({
      title: 'https://github.com/bank/ledger',
    });
    expect(listMembers(settings, [without(one, 'repository')])[0]).toEqual({
      kind: 'repository',
      title: '',
      at: day(99),
    });
  });

  it.each<[boolean, Partial<Definition>]>([
    [true, { permissions: { '*': 'write' } }],
    [false, { permissions: { '*': 'read' } }],
    [false, { permissions: { contents: 'write' } }],
    [false, {}],
  ])(
    'of a pipeline say whether it may write everything: %s, %j',
    (may, more) => {
      const [member] = findMembers(definition, [defined(99, more)]).members;
      expect(member?.value).toMatchObject({ writesEverything: may });
      expect(member?.describes).toEqual({
        kind: 'pipeline',
        title: 'ci.yml',
        uri: 'https://ci/build',
        at: day(99),
      });
    },
  );

  it('of a pipeline have its name where it has no path', () => {
    const runs: Clause = {
      each: 'pipeline',
      from: 'pipeline-run-finished',
      within: 'P2D',
    };
    expect(listMembers(runs, [built(99 * DAY, 'm')])[0]?.title).toBe('Build');
  });

  it('are stale from the very end of the time that they count', () => {
    const stale = (days: number) => findMembers(settings, [observed(days)]);
    expect(stale(98).members[0]?.problem).toEqual({
      code: 'evidence-stale',
      params: { observedAt: day(98), days: 2 },
    });
    expect(stale(98).validUntil).toBe(day(188));
    expect(stale(98.01).members[0]).not.toHaveProperty('problem');
    expect(stale(98.01).validUntil).toBe(at(100.01 * DAY));
  });

  it('are forgotten after ninety days', () => {
    expect(listMembers(settings, [observed(10)])).toEqual([]);
    expect(listMembers(settings, [observed(10.01)])).toHaveLength(1);
  });

  it('are missing of a repository that was not read', () => {
    const other = 'https://github.com/bank/other';
    const repositories = [...asset.repositories, other];
    const { members } = findMembers(settings, [observed(99)], {
      asset: { repositories },
    });
    expect(members[1]).toEqual({
      value: {},
      evidence: [],
      describes: { kind: 'repository', title: other, uri: other, at: NOW },
      problem: {
        code: 'state-not-observed',
        params: { kind: 'repository', type: 'pipeline-settings-observed' },
      },
    });
    expect(findMembers(settings, []).empty?.reason.params).toEqual({
      kind: 'repository',
      type: 'pipeline-settings-observed',
    });
  });

  const round = (days: number, complete = true) =>
    evidence('collector-heartbeat', day(days), {
      complete,
      target: 'https://github.com/bank/ledger',
      parts: [],
      startedAt: day(days),
      finishedAt: day(days),
    });

  it('may be none of a repository that was collected completely', () => {
    expect(findMembers(definition, [round(99)]).empty).toEqual({
      status: 'not-applicable',
      reason: { code: 'none-observed', params: { kind: 'pipeline' } },
    });
    expect(findMembers(definition, [round(99, false)]).empty?.status).toBe(
      'not-assessed',
    );
    expect(findMembers(settings, [round(99)]).empty?.status).toBe(
      'not-assessed',
    );
  });

  it('are gone if a later complete collection did not find them', () => {
    expect(listMembers(definition, [defined(99), round(99.5)])).toEqual([]);
    expect(listMembers(definition, [defined(99), round(98)])).toHaveLength(1);
    expect(
      listMembers(definition, [defined(99), round(99.5, false)]),
    ).toHaveLength(1);
    const run: Clause = {
      each: 'pipeline',
      from: 'pipeline-run-finished',
      within: 'P2D',
    };
    // A collection lists settings, not what happened.
    const happened = built(99 * DAY, 'm');
    expect(listMembers(run, [happened, round(99.5)])).toHaveLength(1);
  });

  it('name what could not be read', () => {
    const partly = observed(99, { complete: false, problem: '403' });
    expect(findMembers(settings, [partly]).members[0]?.doubt).toEqual({
      code: 'evidence-incomplete',
      params: { problem: '403' },
    });
    const silent = observed(99, { complete: false });
    expect(findMembers(settings, [silent]).members[0]?.doubt?.params).toEqual({
      problem: '',
    });
  });
});

describe('an asset', () => {
  const record: Clause = {
    each: 'asset',
    from: 'asset-record-observed',
    within: 'P30D',
  };

  it('is described by its latest record, which must be new enough', () => {
    const old = recordObserved({}, 80 * DAY);
    const one = recordObserved({ missing: ['owner'] as never }, 90 * DAY);
    expect(findMembers(record, [old, one])).toEqual({
      members: [
        {
          value: one.predicate,
          evidence: [one],
          describes: { kind: 'asset', title: 'Ledger', at: day(90) },
        },
      ],
      validUntil: day(120),
      expiries: [{ since: day(90), at: day(120) }],
    });
    expect(findMembers(record, [recordObserved({}, 70 * DAY)])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: {
          code: 'evidence-stale',
          params: { observedAt: day(70), days: 30 },
        },
      },
    });
    expect(findMembers(record, [])).toEqual({
      members: [],
      empty: {
        status: 'not-assessed',
        reason: { code: 'not-yet-observed', params: {} },
      },
    });
  });
});
