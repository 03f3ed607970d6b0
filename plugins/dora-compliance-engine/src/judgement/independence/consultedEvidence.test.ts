import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shorten } from '../../lineage/keys';
import { at, deployed, release, sha } from '../../testing/story';
import {
  erik,
  judge,
  write,
  push,
  merge,
  list,
  opened,
  approved,
} from '../../testing/approvedChange';

describe('a sound release', () => {
  const all = release(1, 10);
  const checks = judge(all);
  const find = (type: string) => all.find(item => item.type === type)!.id;

  it('has the checks, the reasons and the evidence that it rests on', () => {
    expect(Object.keys(checks)).toEqual([
      'through-changes',
      'approved-by-another-person',
      'authors-identified',
    ]);
    expect(checks['through-changes']).toMatchObject({
      passed: true,
      code: 'all-through-changes',
      params: { count: 1 },
      types: [
        'service-deployed',
        'commits-pushed',
        'change-merged',
        'change-commits-observed',
      ],
      since: at(12),
    });
    expect(checks['approved-by-another-person']).toMatchObject({
      passed: true,
      code: 'independently-approved',
      params: { change: '1', approver: 'marco', approvedAt: at(11) },
    });
    expect(checks['approved-by-another-person']!.ids.slice(0, 2)).toEqual([
      find('change-reviewed'),
      find('change-merged'),
    ]);
    expect(checks['authors-identified']).toMatchObject({
      passed: true,
      code: 'authors-identified',
      params: {},
      types: [
        'change-updated',
        'change-merged',
        'commits-pushed',
        'change-commits-observed',
        'service-deployed',
      ],
      since: at(10),
    });
  });

  it('names nobody who deploys if no source reports that', () => {
    const deployment = deployed(40, 'main 1', { deployer: undefined });
    const unnamed = judge([...all.slice(0, -1), deployment]);
    expect(unnamed['deployer-named']).toMatchObject({
      passed: null,
      code: 'deployer-unknown',
      ids: [deployment.id],
    });
    expect(unnamed).not.toHaveProperty('deployment-allowed');
  });
});

describe('a release of several changes', () => {
  const second = release(2, 20, 'main 1').slice(0, -1);
  const first = release(1, 10).slice(0, -1);
  const deployment = deployed(40, 'main 2');
  const without = (type: string, all: Evidence[]) =>
    all.filter(item => item.type !== type);
  const withoutPushes = (all: Evidence[]) => without('change-updated', all);

  it('counts them if all are approved', () => {
    expect(
      judge([...first, ...second, deployment])['approved-by-another-person'],
    ).toMatchObject({
      passed: true,
      code: 'all-independently-approved',
      params: { count: 2 },
    });
    expect(
      judge([...first, ...second, deployment])['through-changes']?.params,
    ).toEqual({ count: 2 });
  });

  it.each([
    [1, without('change-reviewed', first), second],
    [2, first, without('change-reviewed', second)],
  ])(
    'lists first what concerns the one without approval (%s)',
    (number, a, b) => {
      const all = [...a, ...b, deployment];
      const { code, params, ids } = judge(all)['approved-by-another-person']!;
      expect([code, params]).toEqual([
        'no-approval',
        expect.objectContaining({ change: String(number) }),
      ]);
      const bad = (number === 1 ? a : b).find(
        ({ type }) => type === 'change-merged',
      );
      expect(ids[0]).toBe(bad?.id);
      const consulted = all.filter(({ id }) => ids.includes(id));
      expect(consulted.map(({ type }) => type)).toContain('change-reviewed');
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it.each([
    [1, withoutPushes(first), second],
    [2, first, withoutPushes(second)],
  ])(
    'lists first what concerns the one with an unknown hand (%s)',
    (number, a, b) => {
      const all = [...a, ...b, deployment];
      const { passed, code, params, ids } = judge(all)['authors-identified']!;
      expect([passed, code, params]).toEqual([
        null,
        'pusher-unknown',
        { change: String(number), commit: shorten(sha(`head ${number}`)) },
      ]);
      const bad = number === 1 ? a : b;
      expect(bad.map(({ id }) => id)).toContain(ids[0]);
      const merges = all.filter(({ type }) => type === 'change-merged');
      expect(merges.filter(({ id }) => !ids.includes(id))).toEqual([]);
      expect(ids).toContain(deployment.id);
    },
  );
});

describe('the first deployment to an environment', () => {
  const eu = { environment: { name: 'production-eu', production: true } };
  const first = release(1, 10, 'lost');
  const second = release(2, 20, 'main 1');
  const third = release(3, 30, 'main 2').slice(0, -1);
  const late = deployed(40, 'main 3', eu);

  it('goes back to what was good elsewhere', () => {
    const check = judge([...first, ...second, ...third, late])[
      'through-changes'
    ];
    expect(check).toMatchObject({ passed: true, params: { count: 1 } });
    expect(check?.ids).toContain(second.at(-1)!.id);
  });

  it('does not go back to what was not', () => {
    const bad = second.filter(({ type }) => type !== 'change-reviewed');
    for (const before of [bad, second.slice(0, -1)]) {
      expect(
        judge([...first, ...before, ...third, late])['through-changes'],
      ).toMatchObject({ passed: null, code: 'baseline-unknown' });
    }
  });
});

describe('a change that was merged into another branch', () => {
  const elsewhere = merge({ targetBranch: 'develop', commitCount: 2 });
  const own = [write('g'), write('h')];
  const there = push([...own, write('m', erik)], { branch: 'develop' }, 30);
  const here = (names: string[]) =>
    push(
      names.map(name => write(name)),
      { after: sha('m') },
      35,
    );
  const tell = (...all: Evidence[]) =>
    judge([opened, approved, elsewhere, ...all, deployed(40, 'm')])[
      'through-changes'
    ];

  it('covers here the commits that it brought there', () => {
    expect(tell(there, here(['g', 'h', 'm']))?.passed).toBe(true);
  });

  it('covers no others', () => {
    expect(tell(there, here(['x', 'g', 'h', 'm']))).toMatchObject({
      passed: false,
      code: 'direct-push',
      params: { commit: shorten(sha('x')) },
    });
  });

  it('covers the commits of its list, where its push was not received', () => {
    expect(tell(here(['g', 'h', 'm']))?.passed).toBe(false);
    expect(tell(here(['g', 'h', 'm']), list(own, { total: 2 }))?.passed).toBe(
      true,
    );
  });

  it('covers nothing that arrived there beside it', () => {
    const more = push(
      [write('x'), ...own, write('m', erik)],
      { branch: 'develop' },
      30,
    );
    expect(tell(more, here(['x', 'h', 'm']))?.passed).toBe(false);
  });
});
