import type {
  Evidence,
  EvidenceGap,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { always, assertingOver, assess, tell } from '../../testing/assess';
import { at, evidence, person, pushed } from '../../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);

const mandatory = assertingOver(
  {
    each: 'branch',
    from: 'branch-protection-observed',
    within: 'P2D',
    goneWithin: 'P60D',
  },
  'branch.gates.satisfied',
  { parameters: { period: always('P30D'), requiredApprovals: always(1) } },
);

type Rules = Predicate<'branch-protection-observed'>;

const read = (observedAt: Instant, more: Partial<Rules> = {}) =>
  evidence('branch-protection-observed', observedAt, {
    complete: true,
    branch: 'main',
    protected: true,
    changesRequired: true,
    requiredApprovals: 1,
    allowsForcePush: false,
    allowsDeletion: false,
    enforcedForAdmins: true,
    bypass: [],
    ...more,
  });

/** Twice a day, as collectors read. */
const daily = (from: number, to: number, more: Partial<Rules> = {}) =>
  Array.from({ length: (to - from) * 2 + 1 }, (_, half) =>
    read(day(from + half / 2), more),
  );

/** A complete collection. */
const round = (number: number) =>
  evidence('collector-heartbeat', day(number), {
    complete: true,
    target: 'https://github.com/bank/ledger',
    parts: [],
    startedAt: day(number),
    finishedAt: day(number),
  });

const deleted = (number: number, branch = 'main') =>
  evidence('reference-changed', day(number), {
    reference: { kind: 'branch', name: branch },
    action: 'deleted',
    changedAt: day(number),
  });

/** `main` was read until day 90, and then `trunk`. */
const renamed = [
  ...daily(60, 90),
  ...daily(90.5, 100, { branch: 'trunk' }),
  round(90.6),
  round(99),
];
const weak = read(day(80), { allowsForcePush: true });

describe('a branch that is read no longer', () => {
  it('is judged until it was deleted', () => {
    const all = [...renamed, deleted(90.2)];
    const { status, rows } = assess(mandatory, all, NOW);
    expect(status).toBe('satisfied');
    expect(
      rows.find(({ member }) => member.title === 'main')?.checks,
    ).toMatchObject([
      { cause: { code: 'gate-on-until-gone', params: { gone: day(90.2) } } },
    ]);
    expect(tell(mandatory, [...all, weak], NOW)).toBe(
      'not-satisfied: gate-off',
    );
  });

  it('is not assessed if nobody says that it was deleted', () => {
    expect(tell(mandatory, renamed, NOW)).toBe(
      'not-assessed: branch-read-no-longer',
    );
    expect(tell(mandatory, [...renamed, weak], NOW)).toBe(
      'not-satisfied: gate-off',
    );
  });

  it.each<[string, ReturnType<typeof deleted>[]]>([
    ['another one was deleted', [deleted(90.2, 'feature')]],
    ['it was deleted before it was read', [deleted(80.1)]],
  ])('is not assessed if %s', (_, more) => {
    expect(tell(mandatory, [...renamed, ...more], NOW)).toBe(
      'not-assessed: branch-read-no-longer',
    );
  });

  it('is not assessed if somebody pushed to it after it was deleted', () => {
    const push = pushed(90.3 * DAY, undefined, 'again', person('marco'));
    expect(tell(mandatory, [...renamed, deleted(90.2), push], NOW)).toBe(
      'not-assessed: branch-read-no-longer',
    );
  });

  it('counts for as long as the control says', () => {
    const all = [...daily(30, 39), ...daily(60, 100, { branch: 'trunk' })];
    const then = assess(mandatory, [...all, round(50)], at(99 * DAY - 1));
    expect([then.status, then.validUntil]).toEqual(['not-assessed', day(99)]);
    expect(tell(mandatory, [...all, round(50)], day(99))).toContain(
      'satisfied: all',
    );
  });

  it('is before the period if it was gone then', () => {
    const all = [
      ...daily(30, 45),
      ...daily(60, 100, { branch: 'trunk' }),
      round(50),
      deleted(45.1),
      read(day(40), { allowsForcePush: true }),
    ];
    const { status, rows } = assess(mandatory, all, NOW);
    expect(status).toBe('satisfied');
    expect(rows.map(row => row.checks.at(-1)?.cause.code).sort()).toEqual([
      'gate-always-on',
      'gate-gone-before',
    ]);
  });

  it('is before the period if it was gone when that began', () => {
    const last = read(day(69.9));
    const all = [
      last,
      ...daily(60, 69.5),
      ...daily(60, 100, { branch: 'trunk' }),
      round(70.1),
      deleted(70),
    ];
    const { rows } = assess(mandatory, all, NOW);
    const main = rows.find(({ member }) => member.title === 'main');
    expect(main?.checks).toEqual([
      {
        check: 'gate-on-always',
        passed: true,
        cause: {
          code: 'gate-gone-before',
          params: { branch: 'main', gone: day(70) },
        },
        evidence: [last.id],
      },
    ]);
  });

  it('is not judged by changes of rules after it was deleted', () => {
    const off = (number: number, sourceId: string): Evidence => ({
      ...evidence('settings-changed', day(number), {
        setting: 'branch-protection',
        action: 'deleted',
        changes: [],
        changedAt: day(number),
      }),
      sourceId,
    });
    const told = (...more: Evidence[]) => {
      const gaps = [
        {
          sourceId: 'audit',
          from: day(80.1),
          to: day(80.2),
          cause: 'receiver-down' as const,
        },
      ];
      const all = [...renamed, deleted(90.2), ...more];
      const { rows } = assess(mandatory, all, NOW, { gaps });
      const main = rows.find(({ member }) => member.title === 'main');
      return main?.checks.at(-1)?.cause.code;
    };
    // What a source says of later rules does not make its gaps matter either.
    expect(told(off(90.3, 'audit'))).toBe('gate-on-until-gone');
    // A branch that must not be deleted may be: only without its rules.
    expect(told(off(90.2, 'github'))).toBe('gate-off');
  });

  it('does not stand for the branch that took its place', () => {
    const all = [...daily(60, 90), deleted(90.2), round(90.6), round(99)];
    expect(tell(mandatory, all, NOW)).toBe('not-assessed: state-not-observed');
  });
});

describe('the rules of a branch while a source was not heard', () => {
  const gap = (from: number, to?: number, sourceId = 'github') =>
    ({
      sourceId,
      from: day(from),
      ...(to && { to: day(to) }),
      cause: 'receiver-down',
    } as EvidenceGap);
  const told = (one: EvidenceGap, more: typeof renamed = []) =>
    tell(mandatory, [...daily(60, 100), ...more], NOW, { gaps: [one] });

  it('are not known between two readings', () => {
    expect(told(gap(80.1, 80.2))).toBe('not-assessed: gate-unheard');
    expect(told(gap(80.1, 80.2), [weak])).toBe('not-satisfied: gate-off');
  });

  it.each([
    ['of a source that does not report rules', gap(80.1, 80.2, 'cdevents')],
    ['before the period', gap(65, 66)],
  ])('do not depend on a gap %s', (_, one) => {
    expect(told(one)).toContain('satisfied: all');
  });

  const cause = (
    one: EvidenceGap,
    all: readonly Evidence[] = daily(60, 100),
    more: readonly Evidence[] = [],
  ) => {
    const { rows } = assess(mandatory, [...all, ...more], NOW, { gaps: [one] });
    const main = rows.find(({ member }) => member.title === 'main');
    return main?.checks.at(-1)?.cause;
  };

  it.each([
    ['all of the gap', gap(80.1, 80.2), day(80.1), day(80.2)],
    ['its part of the period', gap(65, 75), day(70), day(75)],
    ['until now, while it lasts', gap(99.5), day(99.5), NOW],
  ])('are not known in %s', (_, one, from, to) => {
    expect(cause(one)).toEqual({
      code: 'gate-unheard',
      params: { branch: 'main', from, to, source: 'github' },
    });
  });

  it('are not known from the beginning of the period, not from a reading before', () => {
    expect(cause(gap(65, 75), daily(60.25, 99.75))?.params).toMatchObject({
      from: day(70),
      to: day(75),
    });
  });

  it('are judged from their first reading on', () => {
    const late = daily(90, 100);
    expect(cause(gap(80, 85), late)?.code).toBe('gate-always-on');
    expect(cause(gap(80, 90), late)?.code).toBe('gate-always-on');
    expect(cause(gap(80, 90.5), late)?.params).toMatchObject({
      from: day(90),
      to: day(90.5),
    });
  });

  it('do not matter after the branch was deleted', () => {
    const gone = [deleted(90.2)];
    expect(cause(gap(90.1, 95), renamed, gone)?.params).toMatchObject({
      from: day(90.1),
      to: day(90.2),
    });
    expect(cause(gap(90.3, 95), renamed, gone)?.code).toBe(
      'gate-on-until-gone',
    );
  });

  it('are known again when the gap leaves the period', () => {
    const { validUntil } = assess(mandatory, daily(60, 100), NOW, {
      gaps: [gap(70.5, 71)],
    });
    expect(validUntil).toBe(day(101));
  });
});
