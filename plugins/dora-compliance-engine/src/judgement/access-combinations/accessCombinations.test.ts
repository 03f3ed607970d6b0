import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver, assess } from '../../testing/assess';
import { at, evidence, person } from '../../testing/story';

const HOUR = 60;
const NOW = at(100 * 24 * HOUR);
const hoursAgo = (hours: number) => at((100 * 24 - hours) * HOUR);

const control = assertingOver(
  { each: 'repository', from: 'repository-access-observed', within: 'P2D' },
  'access.combinations.satisfied',
);

const member = (login: string, admin = true) => ({
  ...{ account: person(login), role: admin ? 'admin' : 'write' },
  ...{ admin, mayWrite: true },
});
const access = (...members: ReturnType<typeof member>[]) =>
  evidence('repository-access-observed', hoursAgo(1), {
    complete: true,
    members,
  });
const user = (name: string) => ({ kind: 'User', name });
const branch = (
  more: Partial<Predicate<'branch-protection-observed'>> = {},
  hours = 1,
) =>
  evidence('branch-protection-observed', hoursAgo(hours), {
    ...{ complete: true, branch: 'main', protected: true },
    ...{ enforcedForAdmins: true, bypass: [] },
    ...more,
  });
const environment = (
  reviewers: Predicate<'environment-protection-observed'>['reviewers'],
  name = 'production',
  hours = 1,
) =>
  evidence('environment-protection-observed', hoursAgo(hours), {
    complete: true,
    environment: { name, production: name === 'production' },
    reviewers,
  });
const round = (hours: number) =>
  evidence('collector-heartbeat', hoursAgo(hours), {
    ...{ target: 'ledger', complete: true, parts: [] },
    startedAt: hoursAgo(hours),
    finishedAt: hoursAgo(hours),
  });

function judge(...all: Evidence[]) {
  const { rows, validUntil } = assess(control, all, NOW);
  const { passed, cause, evidence: shown } = rows[0]!.checks[0]!;
  return { passed, code: cause.code, params: cause.params, shown, validUntil };
}

const anna = access(member('anna'), member('erik', false));
const annas = branch({ bypass: [user('anna')] });
const approves = environment([user('anna')]);

describe('an administrator', () => {
  it('must not bypass rules and approve deployments', () => {
    expect(judge(anna, annas, approves)).toEqual({
      passed: false,
      code: 'access-combined',
      params: expect.objectContaining({ count: 1, accounts: 'anna' }),
      shown: [anna.id, annas.id, approves.id],
      validUntil: at((100 * 24 + 47) * HOUR),
    });
  });

  it.each<[string, Evidence[]]>([
    ['bypass rules', [annas, environment([user('erik')])]],
    ['approve deployments', [branch(), approves]],
    [
      'approve deployments elsewhere',
      [annas, environment([user('anna')], 'qa')],
    ],
  ])('may only %s', (_, all) => {
    expect(judge(anna, ...all)).toMatchObject({
      passed: true,
      code: 'access-not-combined',
      params: { administrators: 1 },
      validUntil: at((100 * 24 + 47) * HOUR),
    });
  });

  it('needs no bypass where no rules hold', () => {
    expect(judge(anna, branch({ protected: false }), approves).passed).toBe(
      false,
    );
    const unbound = branch({ enforcedForAdmins: false, bypass: undefined });
    expect(judge(anna, unbound, approves).passed).toBe(false);
  });

  it('is found by the rules of any branch', () => {
    const other = branch({ branch: 'release', bypass: [user('anna')] });
    expect(judge(anna, branch(), other, approves).passed).toBe(false);
  });
});

it('who is no administrator does not combine all three', () => {
  const eriks = [
    branch({ bypass: [user('erik')] }),
    environment([user('erik')]),
  ];
  expect(judge(anna, ...eriks).passed).toBe(true);
});

describe('it is not known', () => {
  it('whether an administrator is in a team', () => {
    const team = { kind: 'Team', name: 'platform' };
    expect(judge(anna, annas, environment([team]))).toMatchObject({
      passed: null,
      code: 'access-combination-unclear',
      params: { count: 1, actors: 'Team platform' },
    });
    const owners = { kind: 'OrganizationAdmin', name: 'OrganizationAdmin' };
    const bypassed = branch({ bypass: [owners] });
    expect(judge(anna, bypassed, approves)).toMatchObject({
      passed: null,
      params: { actors: 'OrganizationAdmin' },
    });
  });

  it('who may bypass, if the source hides it', () => {
    const hidden = branch({ bypass: undefined });
    expect(judge(anna, hidden, approves)).toMatchObject({
      passed: null,
      code: 'access-combination-unclear',
    });
  });

  it.each<[string, Evidence[], string]>([
    ['branches', [approves], 'branch-protection-observed'],
    [
      'recent rules of branches',
      [branch({}, 48), approves],
      'branch-protection-observed',
    ],
    [
      'whole rules of branches',
      [branch({ complete: false, problem: 'Refused' }), approves],
      'branch-protection-observed',
    ],
    ['environments', [branch()], 'environment-protection-observed'],
    [
      'a recent collection without environments',
      [branch(), round(48)],
      'environment-protection-observed',
    ],
  ])('without %s', (_, all, what) => {
    expect(judge(anna, ...all)).toMatchObject({
      passed: null,
      code: 'access-combination-unread',
      params: { what },
    });
  });
});

describe('a complete collection', () => {
  it('shows that there is no environment', () => {
    expect(judge(anna, annas, round(1)).passed).toBe(true);
  });

  it('shows that a branch and an environment are gone', () => {
    const old = branch({ branch: 'old', bypass: [user('anna')] }, 30);
    expect(judge(anna, old, branch(), approves, round(2)).passed).toBe(true);
    const gone = environment([user('anna')], 'production', 30);
    expect(judge(anna, annas, gone, round(2)).passed).toBe(true);
  });
});

it('nobody combines anything where nobody is an administrator', () => {
  expect(judge(access(member('erik', false))).passed).toBe(true);
});
