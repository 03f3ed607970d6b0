import type {
  Evidence,
  Instant,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  always,
  assertingOver,
  assess,
  explainStatus,
  tell,
} from '../../testing/assess';
import { inEnglish } from '../../testing/inEnglish';
import { at, evidence, merged, person } from '../../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);

const mandatory = assertingOver(
  { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
  'branch.gates.satisfied',
  { parameters: { period: always('P30D'), requiredApprovals: always(1) } },
);

type Rules = Predicate<'branch-protection-observed'>;

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

const read = (observedAt: Instant, more: Partial<Rules> = {}) =>
  evidence('branch-protection-observed', observedAt, { ...sound, ...more });

/** Twice a day, as collectors read. */
const daily = (from: number, to: number) =>
  Array.from({ length: (to - from) * 2 + 1 }, (_, half) =>
    read(at((from + half / 2) * DAY)),
  );

function changed(
  minutes: number,
  action: Predicate<'settings-changed'>['action'],
) {
  return evidence('settings-changed', at(minutes), {
    setting: 'branch-protection',
    action,
    name: 'main',
    changes: [],
    changedBy: person('marco'),
    changedAt: at(minutes),
  });
}

const NOON = 80 * DAY + 14 * 60;

describe('the gates of a branch', () => {
  it('were on all the time', () => {
    const { status, rows } = assess(mandatory, daily(60, 100), NOW);
    expect(status).toBe('satisfied');
    expect(
      rows[0]?.checks.map(({ cause }) => inEnglish.sentence(cause)),
    ).toEqual([
      'The rules of the branch main meet the baseline.',
      'The rules of the branch main have met the baseline on all 30 days since 2026-05-10 00:00 UTC.',
    ]);
  });

  it('are judged since the first reading', () => {
    const { rows } = assess(mandatory, daily(90, 100), NOW);
    expect(rows[0]?.checks[1]?.cause).toEqual({
      code: 'gate-always-on',
      params: { branch: 'main', since: day(90), days: 10 },
    });
  });

  it.each<[string, Partial<Rules>]>([
    ['not-protected', { protected: false }],
    ['changes-not-required', { changesRequired: false }],
    ['too-few-approvals', { requiredApprovals: 0 }],
    ['force-push', { allowsForcePush: true }],
    ['deletion', { allowsDeletion: true }],
    ['admins-not-bound', { enforcedForAdmins: false }],
    ['bypass', { bypass: [{ kind: 'User', name: 'marco' }] }],
  ])('are off now: %s', (what, more) => {
    const all = [...daily(60, 99.5), read(NOW, more)];
    const { status, reason } = assess(mandatory, all, NOW);
    expect([status, reason.params.what]).toEqual(['not-satisfied', what]);
    expect(reason.code).toBe('gate-weak');
  });

  it.each<keyof Rules>([
    'changesRequired',
    'requiredApprovals',
    'allowsForcePush',
    'allowsDeletion',
    'enforcedForAdmins',
    'bypass',
  ])('are not assessed while the source does not report %s', field => {
    const all = [...daily(60, 99.5), read(NOW, { [field]: undefined })];
    const { status, reason } = assess(mandatory, all, NOW);
    expect([status, reason.params.fields]).toEqual(['not-assessed', field]);
  });

  it('were off between a deletion and a creation, and a change landed', () => {
    const all = [
      ...daily(60, 100),
      changed(NOON + 2, 'deleted'),
      merged(7, NOON + 5, 'erik', 'h', 'm'),
      changed(NOON + 11, 'created'),
    ];
    expect(explainStatus(mandatory, all, NOW)).toBe(
      'The rules of the branch main were off from 2026-05-20 14:02 UTC to 2026-05-20 14:11 UTC: no rule applied. Changed by marco. 1 change landed on it meanwhile.',
    );
    const { rows, validUntil } = assess(mandatory, all, NOW);
    expect(rows[0]?.checks[1]?.evidence).toHaveLength(3);
    // The population is read again sooner than the fault leaves the period.
    expect(validUntil).toBe(day(102));
    // Once it has left, they are on again.
    const later = [...all, ...daily(100, 120)];
    expect(tell(mandatory, later, at(NOON + 11 + 30 * DAY))).toContain(
      'satisfied: all',
    );
    expect(tell(mandatory, later, at(NOON + 10 + 30 * DAY))).toBe(
      'not-satisfied: gate-off',
    );
  });

  it('were off from a weak reading until the next one', () => {
    const all = [
      ...daily(60, 80),
      read(at(NOON), { allowsForcePush: true }),
      ...daily(81, 100),
    ];
    const { status, reason } = assess(mandatory, all, NOW);
    expect([status, reason.code, reason.params.from, reason.params.to]).toEqual(
      ['not-satisfied', 'gate-off', at(NOON), day(81)],
    );
  });

  it('are known after a single change between two sound readings', () => {
    const once = [...daily(60, 100), changed(NOON, 'edited')];
    expect(tell(mandatory, once, NOW)).toContain('satisfied: all');
    const twice = [...once, changed(NOON + 9, 'edited')];
    expect(explainStatus(mandatory, twice, NOW)).toBe(
      'marco changed the rules of the branch main between 2026-05-20 14:00 UTC and 2026-05-20 14:09 UTC, and they were not read meanwhile.',
    );
    const last = [...daily(60, 99.5), changed(99.9 * DAY, 'edited')];
    expect(tell(mandatory, last, NOW)).toBe(
      'not-assessed: gate-changed-between',
    );
  });

  it('are not known while nobody read them', () => {
    const all = [...daily(60, 80), ...daily(84, 100)];
    expect(explainStatus(mandatory, all, NOW)).toBe(
      'The rules of the branch main were not read from 2026-05-23 00:00 UTC to 2026-05-24 00:00 UTC.',
    );
    expect(
      tell(mandatory, [...daily(60, 80), ...daily(83, 100)], NOW),
    ).toContain('satisfied: all');
  });

  it('were off between changes before the first reading', () => {
    const all = [
      changed(NOON + 2, 'deleted'),
      changed(NOON + 11, 'created'),
      ...daily(90, 100),
    ];
    expect(tell(mandatory, all, NOW)).toBe('not-satisfied: gate-off');
  });

  it('were off while they were switched off', () => {
    const off = changed(NOON, 'edited');
    const edited = {
      ...off,
      predicate: {
        ...off.predicate,
        changes: [{ field: 'enabled', before: true, after: false }],
      },
    } as never;
    expect(tell(mandatory, [...daily(60, 100), edited], NOW)).toBe(
      'not-satisfied: gate-off',
    );
  });

  it('are not known before a silence that began before the period', () => {
    const all = [read(day(5), { allowsForcePush: true }), read(NOW)];
    expect(tell(mandatory, all, NOW)).toBe('not-satisfied: gate-off');
    const strong = [read(day(5)), read(NOW)];
    expect(tell(mandatory, strong, NOW)).toBe(
      'not-assessed: gate-not-observed',
    );
  });

  it('are not known for a time in which not all rules were reported', () => {
    const all = [
      ...daily(60, 80),
      read(at(NOON), { bypass: undefined, complete: false }),
      ...daily(81, 100),
    ];
    expect(tell(mandatory, all, NOW)).toBe(
      'not-assessed: gate-unknown-between',
    );
  });

  it('do not depend on a rule for other branches', () => {
    const other = changed(NOON, 'deleted');
    const pattern = {
      ...other,
      predicate: { ...other.predicate, name: 'feature/*' },
    } as never;
    expect(tell(mandatory, [...daily(60, 100), pattern], NOW)).toContain(
      'satisfied: all',
    );
  });

  it('are not known, rather than off, when a rule called as another branch is gone', () => {
    const other = changed(NOON, 'deleted');
    const named = (name: string) =>
      ({ ...other, predicate: { ...other.predicate, name } } as Evidence);
    const all = [...daily(60, 100), read(day(99.4), { branch: 'release/1' })];
    const tellOfMain = (name: string) => {
      const { rows } = assess(mandatory, [...all, named(name)], NOW);
      const main = rows.find(({ member }) => member.title === 'main');
      return `${main?.status}: ${main?.reason.code}`;
    };
    expect(tellOfMain('release/1')).toBe('not-assessed: gate-changed-between');
    // A set of rules has any name.
    for (const name of ['main', 'Baseline']) {
      expect(tellOfMain(name)).toBe('not-satisfied: gate-off');
    }
  });

  it('can not be judged without a parameter', () => {
    const { requiredApprovals: _, ...others } = mandatory.parameters!;
    expect(
      tell({ ...mandatory, parameters: others }, daily(60, 100), NOW),
    ).toBe('not-assessed: evaluation-failed');
  });

  it('do not depend on changes of other settings, or other repositories', () => {
    const team = {
      ...changed(NOON, 'deleted'),
      predicate: { ...changed(NOON, 'deleted').predicate, setting: 'team' },
    };
    const other = {
      ...changed(NOON, 'deleted'),
      id: 'sha256:other',
      subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
    };
    const all = [...daily(60, 100), team, other] as never;
    expect(tell(mandatory, all, NOW)).toContain('satisfied: all');
  });
});
