import { createGitlabPages } from './createGitlabPages';

const pages = createGitlabPages([
  'https://gitlab.com',
  'https://ci.bank.example/gitlab/',
]);
const repository = (uri: string) => ({ kind: 'repository' as const, uri });

describe('the pages of GitLab', () => {
  it.each([
    ['branch-protection-observed', 'settings/repository'],
    ['environment-protection-observed', 'settings/ci_cd'],
    ['repository-access-observed', 'project_members'],
  ] as const)('where %s is set', (type, path) => {
    expect(
      pages.settings(repository('https://gitlab.com/bank/core/ledger'), type),
    ).toBe(`https://gitlab.com/bank/core/ledger/-/${path}`);
  });

  it('lie below the path that an instance is installed under', () => {
    const uri = 'https://ci.bank.example/gitlab/bank/ledger';
    expect(
      pages.settings(repository(`${uri}.git`), 'pipeline-settings-observed'),
    ).toBe(`${uri}/-/settings/ci_cd`);
    expect(pages.commit!(uri, 'a1b2c3d')).toBe(`${uri}/-/commit/a1b2c3d`);
  });

  it.each([
    'https://github.com/bank/ledger',
    'https://ci.bank.example/bank/ledger',
    'https://gitlab.com.evil.example/bank/ledger',
    'https://gitlab.com/bank',
    'https://gitlab.com/bank/ledger?x=1',
  ])('are not guessed for %s', uri => {
    expect(
      pages.settings(repository(uri), 'branch-protection-observed'),
    ).toBeUndefined();
    expect(pages.commit!(uri, 'a1b2c3d')).toBeUndefined();
  });

  it('are not there for what is no setting', () => {
    expect(
      pages.settings(
        repository('https://gitlab.com/bank/ledger'),
        'change-merged',
      ),
    ).toBeUndefined();
  });
});
