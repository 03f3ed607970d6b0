import { createGithubPages } from './createGithubPages';

const pages = createGithubPages(['github.com', 'git.Bank.example']);
const repository = (uri: string) => ({ kind: 'repository' as const, uri });

describe('the pages of GitHub', () => {
  it.each([
    ['branch-protection-observed', 'bank/ledger/settings/branches'],
    ['environment-protection-observed', 'bank/ledger/settings/environments'],
    ['pipeline-settings-observed', 'bank/ledger/settings/actions'],
    ['pipeline-definition-observed', 'bank/ledger/tree/HEAD/.github/workflows'],
    ['organization-settings-observed', 'organizations/bank/settings/security'],
  ] as const)('where %s is set', (type, path) => {
    expect(
      pages.settings(repository('https://github.com/bank/ledger.git'), type),
    ).toBe(`https://github.com/${path}`);
  });

  it('lie on the host of the repository', () => {
    const uri = 'https://git.bank.example/bank/ledger';
    expect(pages.settings(repository(uri), 'branch-protection-observed')).toBe(
      `${uri}/settings/branches`,
    );
    expect(pages.commit!(uri, 'a1b2c3d')).toBe(`${uri}/commit/a1b2c3d`);
  });

  it.each([
    ['https://gitlab.com/bank/ledger', 'branch-protection-observed'],
    ['https://evil.example/github.com/ledger', 'branch-protection-observed'],
    ['https://github.com/bank', 'branch-protection-observed'],
    ['https://github.com/bank/ledger', 'change-merged'],
  ] as const)('are not guessed for %s and %s', (uri, type) => {
    expect(pages.settings(repository(uri), type)).toBeUndefined();
  });

  it('are those of repositories, not of pipelines', () => {
    expect(
      pages.settings(
        { kind: 'pipeline', uri: 'https://github.com/bank/ledger' },
        'branch-protection-observed',
      ),
    ).toBeUndefined();
    expect(pages.commit!('https://gitlab.com/a/b', 'a1b2c3d')).toBeUndefined();
  });
});
