import { gitlabRunner } from './gitlabRunner';
import { readGitlabCi } from './readGitlabCi';

/** Nine times nine aliases, nine times over. */
const bomb = Array.from({ length: 9 }, (_, level) => {
  const before = level === 0 ? 'x' : `*a${level - 1}`;
  return `a${level}: &a${level} { script: [${Array(9).fill(before)}] }`;
}).join('\n');

describe('readGitlabCi', () => {
  it.each([
    ['no environment', 'build: { script: make }', false, []],
    ['an environment', 'a: { environment: prod }', true, ['prod']],
    ['one with a name', 'a: { environment: { name: prod } }', true, ['prod']],
    ['a name to fill in', 'a: { environment: review/$CI_REF }', true, []],
    ['a template', '.a: { environment: prod }', true, ['prod']],
    [
      'an anchor',
      '.a: &a { environment: prod }\nb: { <<: *a, environment: test }',
      true,
      ['prod', 'test'],
    ],
    ['Pages', 'pages: { script: make }', true, []],
    [
      'inputs before',
      'spec: { inputs: {} }\n---\na: { environment: b }',
      true,
      ['b'],
    ],
    ['nothing', '# empty', false, []],
  ])('with %s', (_, text, deploys, environments) => {
    expect(readGitlabCi(text)).toMatchObject({
      complete: true,
      deploys,
      environments,
    });
  });

  it.each([
    ['includes', 'include: /ci.yml'],
    ['a child pipeline', 'a: { trigger: { include: child.yml } }'],
    ['a reference', 'a: { environment: !reference [.b, environment] }'],
    ['a broken file', 'a: { script: make\n'],
    ['a list', '- a'],
    ['a bomb', bomb],
  ])('does not know all of a file with %s', (_, text) => {
    expect(readGitlabCi(text).complete).toBe(false);
  });

  it('knows all of a file that includes nothing', () => {
    expect(readGitlabCi('include: []').complete).toBe(true);
  });

  it('finds tags in parents and defaults, also when they go in circles', () => {
    expect(
      readGitlabCi(`
        default: { tags: [common] }
        .a: { extends: .b }
        .b: { extends: .a, tags: [vault] }
        .c: { extends: .c }
        .d: &d { tags: [other] }
        one: { extends: [.d, .a, .c] }
        two: { extends: .c }
        three: { tags: [own] }
        four: { <<: *d }
      `).tagsOfJobs,
    ).toEqual([['vault'], ['common'], ['own'], ['other']]);
  });
});

describe('gitlabRunner', () => {
  const on = (text: string, sharedRunners?: boolean) =>
    gitlabRunner(readGitlabCi(text), { host: 'gitlab.com', sharedRunners })
      .kind;

  it.each([
    ['a: { tags: [saas-linux-small-amd64] }', 'hosted'],
    ['a: { tags: [vault] }', 'self-hosted'],
    ['a: { tags: [vault] }\nb: { tags: [saas-linux-small-amd64] }', 'mixed'],
    ['a: { script: make }', 'unknown'],
    ['include: /ci.yml\na: { tags: [vault] }', 'unknown'],
    ['# empty', 'unknown'],
  ])('at gitlab.com %s is %s', (text, kind) => {
    expect(on(text)).toBe(kind);
  });

  it('is the own one where those of GitLab are switched off', () => {
    expect(on('a: { script: make }', false)).toBe('self-hosted');
  });

  it('is the own one in an own GitLab, whatever the file says', () => {
    expect(gitlabRunner(undefined, { host: 'gitlab.bank.example' })).toEqual({
      kind: 'self-hosted',
    });
  });
});
