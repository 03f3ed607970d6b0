import type {
  Evidence,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { always, assertingOver, assess } from '../../testing/assess';
import { at, evidence, merged, person, pushed } from '../../testing/story';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(100);

const mandatory = assertingOver(
  { each: 'branch', from: 'branch-protection-observed', within: 'P300D' },
  'branch.gates.satisfied',
  { parameters: { period: always('P30D'), requiredApprovals: always(1) } },
);

type Rules = Predicate<'branch-protection-observed'>;
type Changed = Predicate<'settings-changed'>;

const sound: Rules = {
  complete: true,
  branch: 'main',
  protected: true,
  changesRequired: true,
  requiredApprovals: 1,
  allowsForcePush: false,
  allowsDeletion: false,
  enforcedForAdmins: true,
  bypass: [],
};
const read = (days: number, more: Partial<Rules> = {}) =>
  evidence('branch-protection-observed', day(days), { ...sound, ...more });
const readAll = (from: number, to: number, more: Partial<Rules> = {}) =>
  Array.from({ length: to - from + 1 }, (_, place) => read(from + place, more));
const change = (
  days: number,
  action: Changed['action'],
  more: Partial<Changed> = {},
) =>
  evidence('settings-changed', day(days), {
    setting: 'branch-protection',
    action,
    changes: [],
    changedBy: person('marco'),
    changedAt: day(days),
    ...more,
  });
const elsewhere = (item: Evidence) =>
  ({
    ...item,
    id: `${item.id}-elsewhere`,
    subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
  } as unknown as Evidence);

/** The row of the branch main, and its two checks. */
function judge(all: readonly Evidence[], asOf: Instant = NOW) {
  const { rows, validUntil } = assess(mandatory, all, asOf);
  const row = rows.find(({ member }) => member.title === 'main')!;
  const [now, always_] = row.checks;
  return { now: now!, period: always_!, validUntil };
}
const tell = (...all: Evidence[]) => {
  const { passed, cause } = judge([...readAll(60, 100), ...all]).period;
  return `${passed} ${cause.code}`;
};
const ON = 'true gate-always-on';
const OFF = 'false gate-off';

describe('the checks of a branch', () => {
  it('name the readings that they rest on', () => {
    const all = readAll(60, 100);
    const { now, period } = judge(all);
    const [last, first] = [all.at(-1)!.id, all[10]!.id];
    expect(now).toEqual({
      check: 'gate-on-now',
      passed: true,
      cause: { code: 'gate-on', params: { branch: 'main' } },
      evidence: [last],
    });
    expect(period).toEqual({
      check: 'gate-on-always',
      passed: true,
      cause: {
        code: 'gate-always-on',
        params: { branch: 'main', since: day(70), days: 30 },
      },
      // How it was at the beginning of the period.
      evidence: [last, first],
    });
  });

  it('name all that a source does not report', () => {
    const all = [
      ...readAll(60, 99),
      read(100, { bypass: undefined, allowsDeletion: undefined }),
    ];
    expect(judge(all).now).toMatchObject({
      passed: null,
      cause: {
        code: 'gate-unknown',
        params: { branch: 'main', fields: 'allowsDeletion, bypass' },
      },
    });
  });

  it('do not depend on another branch, or that of another repository', () => {
    const weak = { allowsForcePush: true };
    const all = [
      ...readAll(60, 100),
      ...readAll(60, 100, { branch: 'release', ...weak }),
      ...readAll(60, 100, weak).map(elsewhere),
    ];
    const { counts } = assess(mandatory, all, NOW);
    expect(counts).toEqual({ satisfied: 1, notAssessed: 0, notSatisfied: 2 });
  });
});

describe('the rules were off', () => {
  it('from their deletion to the next change that brings them back', () => {
    const [gone, again, back] = [
      change(80.1, 'deleted'),
      change(80.25, 'deleted', { changedBy: undefined }),
      change(80.5, 'created'),
    ];
    const { period } = judge([...readAll(60, 100), gone, again, back]);
    expect(period).toMatchObject({
      passed: false,
      cause: {
        code: 'gate-off',
        params: {
          branch: 'main',
          from: day(80.1),
          to: day(80.5),
          what: 'not-protected',
          landed: 0,
          person: 'marco',
        },
      },
      evidence: [gone.id, back.id],
    });
  });

  it('to the next reading, if nothing brings them back before', () => {
    const gone = change(80.25, 'deleted', { changedBy: undefined });
    const { period } = judge([...readAll(60, 100), gone]);
    expect(period.cause.params).toMatchObject({
      from: day(80.25),
      to: day(81),
      person: '',
    });
    expect(period.evidence).toEqual([gone.id]);
  });

  it('not to a change before, and not before they were read first', () => {
    const back = change(80.1, 'created');
    const gone = change(80.25, 'deleted');
    const late = [...readAll(75, 100), back, gone];
    expect(judge(late).period.cause.params).toMatchObject({
      from: day(80.25),
      to: day(81),
    });
  });

  it('from a weak reading to the change that may have fixed it', () => {
    const weak = read(80, { bypass: [{ kind: 'User', name: 'eve' }] });
    const fixed = change(80.25, 'edited');
    const all = [...readAll(60, 79), weak, fixed, ...readAll(81, 100)];
    const { period } = judge(all);
    expect(period.cause.params).toMatchObject({
      from: day(80),
      to: day(80.25),
      what: 'bypass',
    });
    expect(period.evidence).toEqual([weak.id, fixed.id]);
  });

  it.each<[string, Evidence]>([
    [ON, change(80.25, 'edited')],
    [OFF, change(80.25, 'removed')],
    [
      OFF,
      change(80.25, 'edited', { changes: [{ field: 'active', after: false }] }),
    ],
    [
      OFF,
      change(80.25, 'edited', { changes: [{ field: 'enabled', after: null }] }),
    ],
    [
      OFF,
      change(80.25, 'edited', {
        changes: [{ field: 'enforcement', after: 'disabled' }],
      }),
    ],
    [
      OFF,
      change(80.25, 'edited', {
        changes: [{ field: 'enforcement', after: 'off' }],
      }),
    ],
    [
      ON,
      change(80.25, 'edited', {
        changes: [{ field: 'enforcement', after: 'active' }],
      }),
    ],
    [
      ON,
      change(80.25, 'edited', { changes: [{ field: 'strict', after: false }] }),
    ],
    [ON, change(80.25, 'deleted', { setting: 'team' })],
    [ON, elsewhere(change(80.25, 'deleted'))],
  ])('%s (%#)', (result, one) => {
    expect(tell(one)).toBe(result);
  });

  it.each([
    [OFF, undefined],
    [OFF, 'main'],
    // Rulesets have names of their own.
    [OFF, 'four eyes'],
    [OFF, 'ma*'],
    [OFF, 'm?in'],
    [OFF, 'm[ab]in'],
    [OFF, '*'],
    [ON, 'in*'],
    [ON, 'feature/*'],
    [ON, 'release?'],
    [ON, 'v[0-9]'],
  ])('%s by a rule named %s', (result, name) => {
    expect(tell(change(80.25, 'deleted', name ? { name } : {}))).toBe(result);
  });

  it('though the rule is called as a branch of another repository', () => {
    const others = readAll(60, 100, { branch: 'release' });
    const gone = change(80.25, 'deleted', { name: 'release' });
    expect(tell(...others.map(elsewhere), gone)).toBe(OFF);
    expect(tell(...others, gone)).toBe('null gate-changed-between');
  });

  it('even if they were deleted at the very time of a reading', () => {
    expect(tell(change(80, 'deleted'), change(80.5, 'created'))).toBe(OFF);
    expect(tell(change(60, 'deleted'), change(60.1, 'created'))).toBe(ON);
    const late = [...readAll(75, 100), change(75, 'deleted')];
    expect(judge(late).period.cause.code).toBe('gate-off');
  });

  it('says so rather than that nobody read them earlier', () => {
    const all = [
      ...readAll(60, 72),
      ...readAll(77, 100),
      change(90.25, 'deleted'),
    ];
    expect(judge(all).period.cause.code).toBe('gate-off');
  });
});

describe('what landed while the rules were off', () => {
  const off = [
    ...readAll(60, 100),
    change(80.25, 'deleted'),
    change(80.5, 'created'),
  ];
  const count = (...all: Evidence[]) =>
    judge([...off, ...all]).period.cause.params.landed;
  const minute = (days: number) => days * DAY;
  const push = (days: number, branch = 'main') => {
    const one = pushed(minute(days), undefined, `c${days}`, person('erik'));
    return {
      ...one,
      id: `${one.id}-${branch}`,
      predicate: { ...one.predicate, branch },
    } as Evidence;
  };
  const merge = (days: number, targetBranch = 'main') => {
    const one = merged(7, minute(days), 'erik', 'h', `c${days}`);
    return {
      ...one,
      id: `${one.id}-${targetBranch}`,
      predicate: { ...one.predicate, targetBranch },
    } as Evidence;
  };

  it('is counted from the first to the last instant', () => {
    expect(
      count(push(80.24), push(80.25), push(80.4), push(80.5), push(80.51)),
    ).toBe(3);
  });

  it('is not what landed on another branch or in another repository', () => {
    expect(count(push(80.3), push(80.4, 'x'), elsewhere(push(80.4)))).toBe(1);
    expect(count(merge(80.3), merge(80.4, 'x'))).toBe(1);
    expect(count(merge(80.3), push(80.4, 'x'))).toBe(1);
  });

  it('is counted by its push, if pushes are reported', () => {
    expect(count(merge(80.3), push(80.3))).toBe(1);
  });

  it('is evidence', () => {
    const one = push(80.3);
    const { evidence: ids } = judge([...off, one]).period;
    expect(ids).toContain(one.id);
  });
});

describe('the rules were not known', () => {
  it('after the third day without a reading', () => {
    const all = [...readAll(60, 80), ...readAll(84, 100)];
    const { period } = judge(all);
    expect(period).toMatchObject({
      passed: null,
      cause: {
        code: 'gate-not-observed',
        params: { branch: 'main', from: day(83), to: day(84) },
      },
      evidence: [all[20]!.id],
    });
  });

  it('from the first to the last of several edits between two readings', () => {
    const [a, b] = [change(80.25, 'edited'), change(80.5, 'edited')];
    const { period } = judge([...readAll(60, 100), a, b]);
    expect(period).toMatchObject({
      passed: null,
      cause: {
        code: 'gate-changed-between',
        params: {
          branch: 'main',
          from: day(80.25),
          to: day(80.5),
          person: 'marco',
        },
      },
      evidence: [a.id, b.id],
    });
    // A creation is none of them: what it brought was read next.
    expect(tell(a, change(80.5, 'created'))).toBe(ON);
  });

  it('not from an edit that the next reading shows to the first one after it', () => {
    expect(tell(change(80, 'edited'), change(80.5, 'edited'))).toBe(ON);
  });

  it('from the earliest instant on, whatever the cause', () => {
    const edits = [change(84.5, 'edited'), change(84.6, 'edited')];
    const all = [...readAll(60, 80), ...readAll(86, 100), ...edits];
    expect(judge(all).period.cause).toMatchObject({
      code: 'gate-not-observed',
      params: { from: day(83), to: day(86) },
    });
    const early = [change(80.5, 'edited'), change(80.6, 'edited')];
    expect(judge([...all, ...early]).period.cause.code).toBe(
      'gate-changed-between',
    );
  });

  it('while a source could not read all of them', () => {
    const partly = read(80, { complete: false });
    const all = [...readAll(60, 79), partly, ...readAll(81, 100)];
    expect(judge(all).period).toMatchObject({
      passed: null,
      cause: {
        code: 'gate-unknown-between',
        params: { branch: 'main', from: day(80), to: day(81) },
      },
      evidence: [partly.id],
    });
  });
});

describe('a rule that a source does not report', () => {
  it('is not known until the next reading, even if it read all it could', () => {
    const all = [
      ...readAll(60, 79),
      read(80, { bypass: undefined }),
      ...readAll(81, 100),
    ];
    expect(judge(all).period.cause).toMatchObject({
      code: 'gate-unknown-between',
      params: { from: day(80), to: day(81) },
    });
  });
});

describe('the period', () => {
  it('begins with the last reading before it', () => {
    const weak = { allowsDeletion: true };
    const before = [read(67, weak), ...readAll(69, 100)];
    expect(judge(before).period.passed).toBe(true);
    const until = [read(69.5, weak), ...readAll(71, 100)];
    expect(judge(until).period.passed).toBe(false);
    const at70 = [read(69, weak), ...readAll(70, 100)];
    expect(judge(at70).period.passed).toBe(true);
  });

  it('begins at its own time, if the last reading before it is earlier', () => {
    const all = Array.from({ length: 40 }, (_, place) => read(60.5 + place));
    expect(judge(all).period.cause.params).toEqual({
      branch: 'main',
      since: day(70),
      days: 30,
    });
  });

  it('begins with the first reading, if that is later', () => {
    expect(judge(readAll(90, 100)).period.cause.params).toEqual({
      branch: 'main',
      since: day(90),
      days: 10,
    });
  });

  it('leaves behind the first of several faults that have ended', () => {
    const all = [
      ...readAll(60, 100),
      change(80.25, 'deleted'),
      change(80.5, 'created'),
      change(90.25, 'deleted'),
      change(90.5, 'created'),
    ];
    expect(judge(all).validUntil).toBe(day(110.5));
  });

  it('leaves no fault behind that lasts', () => {
    const all = [...readAll(60, 100), change(100, 'created')];
    const weak = [...readAll(60, 99), read(99.5, { allowsDeletion: true })];
    expect(judge(all).period.passed).toBe(true);
    // The reading itself is too old by then.
    expect(judge(weak).validUntil).toBe(day(399.5));
  });
});
