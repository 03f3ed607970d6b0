import {
  classifyEnvironment,
  type EnvironmentKind,
} from './classifyEnvironment';
import { isAssistant, isMachine, isNobody } from './isMachine';
import { isSameRun, nameRun } from './isSameRun';
import { deployed, person, sha } from '../testing/story';
import { isSameCommit, shorten } from './keys';
import { releaseBranch } from './releaseBranch';

describe('classifyEnvironment', () => {
  it.each<[EnvironmentKind, string]>([
    ['elsewhere', 'acceptance'],
    ['elsewhere', 'test'],
    ['elsewhere', 'TEST'],
    ['elsewhere', 'test2'],
    ['elsewhere', 'test-eu'],
    ['elsewhere', 'staging/blue'],
    ['elsewhere', 'pr 17'],
    ['elsewhere', 'pr-17'],
    ['elsewhere', 'preprod'],
    ['elsewhere', 'pre-production'],
    ['elsewhere', 'nonprod'],
    ['elsewhere', 'non-prod'],
    ['elsewhere', 'nonproduction'],
    ['elsewhere', 'dev12'],
    ['elsewhere', 'github-pages'],
    ['unclassified', 'live'],
    ['unclassified', 'prd-eu'],
    ['unclassified', 'testimonials'],
    ['unclassified', 'my-test'],
    ['unclassified', 'production-test'],
    ['unclassified', 'development!'],
    ['unclassified', 'devx'],
  ])('calls what nobody classified %s: %s', (kind, name) => {
    expect(classifyEnvironment({ name, production: false })).toBe(kind);
  });

  it('goes by what the configuration says before the name', () => {
    const classified = { production: false, classified: true };
    expect(classifyEnvironment({ name: 'live', ...classified })).toBe(
      'elsewhere',
    );
    expect(classifyEnvironment({ name: 'test', production: true })).toBe(
      'production',
    );
    expect(
      classifyEnvironment({
        name: 'live',
        production: false,
        classified: false,
      }),
    ).toBe('unclassified');
  });
});

describe('who is no person', () => {
  it.each([
    [true, person('lint', 'bot')],
    [true, person('lint[bot]')],
    [true, person('LINT[BOT]')],
    [false, person('anna')],
    [false, person('[bot]anna')],
    [false, { system: 'git', kind: 'unknown', email: 'a@b.example' } as const],
  ])('is a machine: %s, %j', (expected, identity) => {
    expect(isMachine(identity)).toBe(expected);
  });

  const committer = { system: 'github.com', kind: 'unknown' } as const;

  it.each([
    [true, { email: 'noreply@github.com' }],
    [true, { email: 'No-Reply@example.org' }],
    [false, { email: 'anna+noreply@github.com' }],
    [false, { email: 'noreplyer@github.com' }],
    [false, { email: 'noreply@github.com', login: 'anna' }],
    [false, { email: 'noreply@github.com', id: '7' }],
    [false, {}],
  ])('is an address that nobody reads: %s, %j', (expected, more) => {
    expect(isNobody({ ...committer, ...more })).toBe(expected);
  });

  it.each([
    [true, { email: 'noreply@anthropic.com' }],
    [true, { email: 'NoReply@Anthropic.com' }],
    [true, { email: 'cursoragent@cursor.com' }],
    [true, { email: 'copilot@users.noreply.github.com' }],
    [true, { email: '198982749+Copilot@users.noreply.github.com' }],
    [true, { login: 'Copilot' }],
    [false, { login: 'copilot-fan' }],
    [false, { email: 'anna@anthropic.com' }],
    [false, { email: 'me+noreply@anthropic.com' }],
    [false, { email: 'noreply@anthropic.com.example' }],
    [false, { email: 'x198982749+copilot@users.noreply.github.com' }],
    [false, { email: 'noreply@anthropicXcom' }],
    [false, {}],
  ])('is an assistant: %s, %j', (expected, more) => {
    expect(isAssistant({ ...committer, ...more })).toBe(expected);
  });
});

describe('isSameRun', () => {
  it.each([
    ['https://ci/runs/1', 'https://ci/runs/1/attempts/2'],
    ['https://ci/runs/1/', 'https://CI/runs/1'],
    ['https://ci/runs/1/attempts/1', 'https://ci/runs/1/attempts/12'],
  ])('%s is the run of %s', (a, b) => {
    expect(isSameRun(a, b)).toBe(true);
  });

  it.each([
    ['https://ci/runs/1', 'https://ci/runs/2'],
    ['https://ci/runs/1', 'https://ci/runs/1/attempts/2/job'],
    ['https://ci/runs/1', 'https://ci/runs/1/attempts/x'],
    ['https://ci/runs/1', 'https://ci/runs/1/logs'],
    ['https://ci/runs/1/job', 'https://ci/runs/1/attempts/2/job'],
  ])('%s is not the run of %s', (a, b) => {
    expect(isSameRun(a, b)).toBe(false);
  });

  it('names a run without the attempt', () => {
    expect(nameRun('https://CI/Runs/1/attempts/2')).toBe('https://ci/runs/1');
  });
});

describe('commits and branches', () => {
  it('are the same in upper case', () => {
    expect(isSameCommit(sha('a').toUpperCase(), sha('a'))).toBe(true);
    expect(isSameCommit(sha('a'), sha('b'))).toBe(false);
    expect(isSameCommit(undefined, sha('b'))).toBe(false);
    expect(shorten('0123456789abcdef')).toBe('0123456');
  });

  it.each([
    ['main', 'main'],
    ['refs/heads/main', 'main'],
    ['refs/heads/refs/heads/x', 'refs/heads/x'],
    ['refs/tags/v1', 'refs/tags/v1'],
    ['x/refs/heads/main', 'x/refs/heads/main'],
    [undefined, undefined],
  ])('of the ref %s it is %s', (ref, branch) => {
    expect(releaseBranch(deployed(1, 'a', { ref }))).toBe(branch);
  });
});
