import { findGitlabOwners } from './findGitlabOwners';

const file = 'ci/build.yml';

describe('findGitlabOwners', () => {
  it.each([
    ['*', file],
    ['*.yml', file],
    ['build.yml', file],
    ['ci/build.yml', 'deep/ci/build.yml'],
    ['ci/', 'deep/ci/er/build.yml'],
    ['/ci/', file],
    ['/ci/*', file],
    ['/ci/**', file],
    ['/**/build.yml', file],
    ['/ci/**/*.yml', file],
    ['\\#a', '#a'],
    ['a\\ b', 'a b'],
  ])('%s matches %s', (pattern, path) => {
    expect(findGitlabOwners(`${pattern} @bank/ci`, path)).toEqual(['@bank/ci']);
  });

  it.each([
    ['/build.yml', file],
    ['/ci', file],
    ['ci', file],
    ['/ci/**', 'ci/deep/build.yml'],
    ['/ci/*', 'ci/deep/build.yml'],
    ['#*', file],
  ])('%s does not match %s', (pattern, path) => {
    expect(findGitlabOwners(`${pattern} @bank/ci`, path)).toEqual([]);
  });

  it('takes the last line of each section', () => {
    const text = `* @bank/all
[CI] @bank/ci
*.yml
[Security][2]
/ci/ @@maintainer sec@bank.example no-owner # @ann
build.yml @sec
`;
    expect(findGitlabOwners(text, file)).toEqual([
      '@bank/all',
      '@bank/ci',
      '@sec',
    ]);
    expect(findGitlabOwners(text, 'ci/x.yml')).toEqual([
      '@bank/all',
      '@bank/ci',
      '@@maintainer',
      'sec@bank.example',
      '@ann',
    ]);
  });

  it('leaves out optional sections, which nobody has to approve', () => {
    const optional = '^[CI]\n*.yml @bank/ci\n';
    expect(findGitlabOwners(optional, file)).toEqual([]);
    expect(findGitlabOwners(`${optional}[ci]\n/x @ann`, file)).toEqual([
      '@bank/ci',
    ]);
  });

  it('keeps out what a section excludes', () => {
    const text = '* @bank/all\n!*.yml\n/ci/build.yml @bank/ci\n';
    expect(findGitlabOwners(text, file)).toEqual([]);
    expect(findGitlabOwners(`${text}[CI]\n*.yml @ann`, file)).toEqual(['@ann']);
  });
});
