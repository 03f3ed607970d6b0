import {
  type Evidence,
  type Instant,
  keysOfAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import type { Need } from '../registry/Needs';
import { assertingOver } from '../testing/assess';
import { asset, at, evidence } from '../testing/story';
import { cutToNeeds, describeNeeds } from './cutToNeeds';
import { evaluateControl } from './evaluateControl';

const DAY = 24 * 60;
const NOW = at(500 * DAY);
const keys = new Set(keysOfAsset(asset));
const day = (number: number) => at(number * DAY);

const branches = compileControl(
  assertingOver(
    { each: 'branch', from: 'branch-protection-observed', within: 'P365D' },
    'member.protected',
  ),
);

const read = (number: number, branch = 'main') =>
  evidence('branch-protection-observed', day(number), {
    complete: true,
    branch,
    protected: true,
  });

const owned = (number: number, more: Partial<Evidence> = {}) =>
  ({
    ...evidence(
      'ownership-observed',
      day(number),
      { entityRef: asset.entityRef } as never,
      [{ kind: 'entity', uri: asset.entityRef }],
    ),
    ...more,
  } as Evidence);

const unproven = { verification: 'unverified' as const };

function evaluate(
  control: typeof branches,
  all: readonly Evidence[],
  repositories: readonly string[] = asset.repositories,
) {
  return evaluateControl(control, {
    asset: { ...asset, repositories: [...repositories] },
    evidence: all,
    asOf: NOW,
    sourceHeard: true,
    gaps: [],
    people: [],
  });
}

it('a result does not depend on what was loaded for other controls', () => {
  const other = 'https://github.com/bank/other';
  const round = {
    ...evidence('collector-heartbeat', day(300), {
      complete: true,
      target: other,
      parts: [],
      startedAt: day(300),
      finishedAt: day(300),
    }),
    subjects: [{ kind: 'repository', uri: other }],
  } as Evidence;
  const repositories = [...asset.repositories, other];
  // Its own need reaches ninety days back, so nothing is known of the other one.
  const before = evaluate(branches, [read(499)], repositories);
  expect(before.status).toBe('not-assessed');
  expect(evaluate(branches, [read(499), round], repositories)).toEqual(before);
});

it('nor on how much of a state was loaded', () => {
  const control = compileControl(
    assertingOver(
      { each: 'asset', from: 'ownership-observed', within: 'P300D' },
      'member.entityRef != "x"',
      { evidence: { verification: 'authenticated' } },
    ),
  );
  const claimed = (number: number, id: string) =>
    owned(number, {
      ...unproven,
      id: `sha256:${id}`,
      predicate: { entityRef: 'x' },
    } as never);
  const own = [owned(498), claimed(499, 'u')];
  const before = evaluate(control, own);
  expect(before.reason).toMatchObject({
    code: 'evidence-unverified',
    params: { count: 1 },
  });
  const others = [owned(400), claimed(410, 'v')];
  expect(evaluate(control, [...own, ...others])).toEqual(before);
});

describe('evidence that is cut to needs', () => {
  const cut = (
    all: readonly Evidence[],
    ...needs: {
      read: 'history' | 'latest' | 'latest-of-each';
      within?: string;
    }[]
  ) =>
    cutToNeeds(
      all,
      {
        evidence: needs.map(need => ({
          types: ['branch-protection-observed', 'ownership-observed'],
          key: 'asset',
          ...need,
        })) as never,
      },
      { asOf: NOW, keys },
    ).map(({ observedAt }) => observedAt);

  const instants = (...numbers: number[]): Instant[] => numbers.map(day);

  it('is the history that any of them reads', () => {
    const all = [100, 399, 400, 401, 499].map(number => read(number));
    expect(cut(all, { read: 'history', within: 'P100D' })).toEqual(
      instants(401, 499),
    );
    expect(
      cut(
        all,
        { read: 'history', within: 'P100D' },
        { read: 'history', within: 'P101D' },
      ),
    ).toEqual(instants(400, 401, 499));
    expect(cut(all, { read: 'history' })).toHaveLength(5);
  });

  it('is the latest of each level, or of each thing', () => {
    const all = [
      owned(1),
      owned(2, { ...unproven, id: 'sha256:u' as never }),
      owned(3),
    ];
    expect(cut(all, { read: 'latest' })).toEqual(instants(2, 3));
    const on = (number: number, branch: string) => ({
      ...read(number, branch),
      subjects: [
        ...read(number, branch).subjects,
        { kind: 'branch' as never, uri: branch },
      ],
    });
    const branchesRead = [on(1, 'a'), on(2, 'b'), on(3, 'a')];
    expect(cut(branchesRead, { read: 'latest-of-each' })).toEqual(
      instants(2, 3),
    );
    expect(cut(branchesRead, { read: 'latest' })).toEqual(instants(3));
  });
});

describe('of evidence that several needs read', () => {
  const cut = (all: readonly Evidence[], ...needs: Need[]) =>
    cutToNeeds(all, { evidence: needs }, { asOf: NOW, keys });
  const [branchType, ownerType] = [
    ['branch-protection-observed' as const],
    ['ownership-observed' as const],
  ];

  it('each type is cut to what is read of it', () => {
    const history: Need = { types: branchType, key: 'asset', read: 'history' };
    const latest: Need = { types: ownerType, key: 'asset', read: 'latest' };
    const all = [read(1), owned(2), read(3), owned(4)];
    expect(cut(all, history, latest)).toEqual([all[0], all[2], all[3]]);
  });

  it('what deployments go back to is kept, however old', () => {
    const all = [read(1), read(499)];
    const need = { types: branchType, read: 'history', within: 'P9D' } as const;
    expect(cut(all, { ...need, key: 'repository' } as Need)).toEqual(all);
    const mixed: Need = { types: ownerType, key: 'asset', read: 'latest' };
    expect(cut(all, { ...need, key: 'repository' } as Need, mixed)).toEqual(
      all,
    );
    expect(cut(all, { ...need, key: 'asset' } as Need)).toEqual([all[1]]);
  });

  it('the latest until now is kept, and the latest after it', () => {
    const need: Need = { types: ownerType, key: 'asset', read: 'latest' };
    const all = [499, 500, 501, 502].map(number => owned(number));
    expect(cut(all, need)).toEqual([all[1], all[3]]);
  });

  it('what is about nothing else is kept where each thing counts', () => {
    const need: Need = {
      types: ownerType,
      key: 'asset',
      read: 'latest-of-each',
    };
    const all = [owned(1), owned(2)];
    expect(cut(all, need)).toEqual(all);
  });
});

describe('the text that describes needs', () => {
  const need: Need = {
    types: ['branch-protection-observed', 'ownership-observed'],
    key: 'asset',
    read: 'history',
    within: 'P90D' as never,
  };
  const describeAll = (...all: Need[]) => describeNeeds({ evidence: all });

  it('does not depend on an order', () => {
    const other: Need = { ...need, read: 'latest' };
    expect(describeAll(need, other)).toBe(describeAll(other, need));
    expect(describeAll({ ...need, types: [...need.types].reverse() })).toBe(
      describeAll(need),
    );
  });

  it('is the same for all that is found from the repository on', () => {
    expect(describeAll({ ...need, key: 'commit' })).toBe(
      describeAll({ ...need, key: 'repository' }),
    );
  });

  it.each<[string, Partial<Need>]>([
    ['types', { types: ['ownership-observed'] }],
    ['a key', { key: 'repository' }],
    ['a key', { key: 'organization' }],
    ['a way to read', { read: 'latest' }],
    ['a length of time', { within: 'P91D' as never }],
  ])('differs with %s (%#)', (_, more) => {
    const other = { ...need, ...more } as Need;
    expect(describeAll(other)).not.toBe(describeAll(need));
  });

  it('of organizations is not that of repositories', () => {
    expect(describeAll({ ...need, key: 'organization' })).not.toBe(
      describeAll({ ...need, key: 'repository' }),
    );
  });
});

describe('of two states at the same instant', () => {
  const first = { ...owned(3), recordedAt: day(3) };
  const second = owned(3, {
    recordedAt: day(4),
    id: 'sha256:0' as never,
    predicate: { entityRef: 'x' } as never,
  });
  const control = compileControl(
    assertingOver(
      { each: 'asset', from: 'ownership-observed', within: 'P600D' },
      'member.entityRef != "x"',
    ),
  );

  it.each([
    ['in order', [first, second]],
    ['the other way round', [second, first]],
  ])('the one that was recorded later counts, given %s', (_, given) => {
    expect(evaluate(control, given).status).toBe('not-satisfied');
  });
});
