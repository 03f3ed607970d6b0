import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shorten } from '../../lineage/keys';
import {
  at,
  commitsObserved,
  deployed,
  pushed,
  release,
  reviewed,
  sha,
  updated,
} from '../../testing/story';
import {
  marco,
  erik,
  judge,
  write,
  push,
  merge,
  list,
  opened,
  approved,
  arrives,
  story,
} from '../../testing/approvedChange';

describe('what did not come through a change', () => {
  const direct = (names: string[], more = {}, minutes = 30) =>
    push(
      names.map(name => write(name)),
      more,
      minutes,
    );

  it('is named by its last commit, who pushed it and when', () => {
    const one = direct(['x', 'a', 'b']);
    expect(judge([one, deployed(40, 'b')])['through-changes']).toMatchObject({
      passed: false,
      code: 'direct-push',
      params: {
        commit: shorten(sha('b')),
        branch: 'main',
        person: 'erik',
        at: at(30),
      },
    });
    const unlisted = direct(['a'], { commits: [], before: sha('x') });
    expect(
      judge([unlisted, deployed(40, 'a')])['through-changes']?.params,
    ).toMatchObject({ commit: shorten(sha('a')) });
  });

  it('has no approvals that could be judged', () => {
    const checks = judge([direct(['a']), deployed(40, 'a')]);
    expect(Object.keys(checks)).toEqual(['through-changes']);
  });

  it('comes before what else is listed', () => {
    const one = pushed(15, 'main 1', 'd', erik);
    const all = [
      ...release(1, 10),
      one,
      ...release(2, 20, 'd').slice(0, -1),
      deployed(40, 'main 2'),
    ];
    const { code, ids, types } = judge(all)['through-changes']!;
    expect([code, ids[0]]).toEqual(['direct-push', one.id]);
    // The deployment before, too: the release begins after it.
    expect(types.filter(type => type === 'service-deployed')).toHaveLength(2);
  });

  it('is worse than what is not known', () => {
    const all = [direct(['a'], { before: sha('lost') }), deployed(40, 'a')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: false,
      code: 'direct-push',
    });
  });

  it('is not named where it is not known what arrived before', () => {
    const more = push([write('x'), write('m')], { before: sha('lost') });
    const all = [opened, approved, merge(), more, deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'baseline-unknown',
    });
  });

  it('is not what was merged too late, which is named with both times', () => {
    const late = merge({ mergedAt: at(50) });
    const all = [opened, approved, late, arrives, list(), deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: false,
      code: 'merged-after-deployment',
      params: { change: '1', mergedAt: at(50), deployedAt: at(40) },
    });
  });

  it('is what arrived beside the commits of a change', () => {
    const more = push([write('x', erik), write('h'), write('m', erik)]);
    const all = [opened, approved, merge(), more, deployed(40, 'm')];
    expect(judge([...all, list()])['through-changes']).toMatchObject({
      passed: false,
      code: 'commits-beside-change',
      params: { change: '1', arrived: 3, count: 1 },
    });
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'change-commits-unknown',
      params: { change: '1' },
    });
  });

  it('is known by a better one of two changes', () => {
    const both = (more: Partial<Predicate<'change-merged'>>) => [
      ...story(merge(more, 2), deployed(40, 'm')),
      list(),
    ];
    // The second change accounts for all of it, the first one alone would not.
    expect(judge(both({ mergedAt: at(50) }))['through-changes']?.passed).toBe(
      true,
    );
  });
});

describe('a commit that came through two changes', () => {
  const arrived = push([write('m')]);
  const second = [
    updated(2, 2, 'anna', 'h'),
    merge({ targetBranch: 'main' }, 2, 'h', 'm'),
  ];
  const readList = (number: number, total = 1) =>
    commitsObserved(number, 31, [write('h')], {
      headCommit: sha('h'),
      total,
    });
  const verdict = (...all: Evidence[]) => {
    const checks = judge([
      opened,
      merge(),
      ...second,
      arrived,
      ...all,
      deployed(40, 'm'),
    ]);
    const { passed } = checks['approved-by-another-person']!;
    return [passed, checks['authors-identified']!.passed];
  };
  const unsure = (number: number) =>
    reviewed(number, 20, marco, 'h', { mayWrite: undefined });
  const sure = (number: number) => reviewed(number, 20, marco, 'h');

  it.each([
    [1, 2],
    [2, 1],
  ])('needs the better one only (%s, %s)', (one, two) => {
    // A sound approval before one in doubt, and that before none.
    expect(
      verdict(sure(one), readList(one), unsure(two), readList(two)),
    ).toEqual([true, true]);
    expect(verdict(unsure(one), readList(one), readList(two))).toEqual([
      null,
      true,
    ]);
    // Known authors before unknown ones.
    expect(verdict(sure(one), sure(two), readList(one))).toEqual([true, true]);
    // Unknown authors before no approval.
    expect(verdict(sure(one), readList(two))).toEqual([true, null]);
  });

  it('is not assessed rather than a finding, if one is not known', () => {
    const more = push([write('x'), write('m')]);
    const late = merge({ mergedAt: at(50) }, 2, 'h', 'm');
    const all = [opened, approved, merge(), late, more, deployed(40, 'm')];
    expect(judge(all)['through-changes']).toMatchObject({
      passed: null,
      code: 'change-commits-unknown',
      params: { change: '1' },
    });
  });
});
