import { findGithubOwners } from './findGithubOwners';

const workflow = '.github/workflows/deploy.yml';
const find = (text: string, path = workflow, errors = [] as never[]) =>
  findGithubOwners(text, path, errors);

describe('findGithubOwners', () => {
  it.each([
    ['*', workflow],
    ['**', workflow],
    ['*.yml', workflow],
    ['deploy.yml', workflow],
    ['workflows', workflow],
    ['workflows/', workflow],
    ['.github/', workflow],
    ['/.github/', workflow],
    ['.github', workflow],
    ['/.github/workflows', workflow],
    ['.github/workflows/', workflow],
    ['.github/workflows/*', workflow],
    ['.github/**', workflow],
    ['.github/**/deploy.yml', workflow],
    ['.github/**/workflows/deploy.yml', workflow],
    ['**/deploy.yml', workflow],
    ['.github/*/d?ploy.*', workflow],
    ['docs/a\\ b.md', 'docs/a b.md'],
    ['/docs/', 'docs/deep/er/a.md'],
  ])('%s matches %s', (pattern, path) => {
    expect(find(`${pattern} @bank/platform`, path)).toEqual(['@bank/platform']);
  });

  it.each([
    ['/workflows/', workflow],
    ['workflows/deploy.yml', workflow],
    ['.github/*', workflow],
    ['/*', workflow],
    ['*.yaml', workflow],
    ['.GITHUB/', workflow],
    ['.github/workflows/deploy.yml/', workflow],
    ['.github/workflows/deploy.yml/**', workflow],
    ['eploy.yml', workflow],
    ['/', workflow],
    // GitHub does not support these.
    ['!.github/', workflow],
    ['.github/[a-z]*/', workflow],
    ['.github/***', workflow],
    ['docs/*', 'docs/deep/a.md'],
  ])('%s does not match %s', (pattern, path) => {
    expect(find(`${pattern} @bank/platform`, path)).toEqual([]);
  });

  it('takes the last line that matches, also one without owners', () => {
    const text =
      '* @bank/all\n/.github/ @bank/platform @ann ops@bank.example\n';
    expect(find(text)).toEqual(['@bank/platform', '@ann', 'ops@bank.example']);
    expect(find(`${text}*.yml\n`)).toEqual([]);
  });

  it('ignores comments, and lines with an owner that is none', () => {
    const text =
      '* @bank/all # not @ann\r\n# .github/ @ann\n.github/ platform\n';
    expect(find(text)).toEqual(['@bank/all']);
  });

  it('ignores what GitHub reports as an error', () => {
    const text = '* @bank/all\n.github/ @bank/gone @bank/platform\n';
    const at = (kind: string) => [{ line: 2, column: 10, kind }];
    expect(findGithubOwners(text, workflow, at('Unknown owner'))).toEqual([
      '@bank/platform',
    ]);
    const elsewhere = [{ line: 2, column: 3, kind: 'Unknown owner' }];
    expect(findGithubOwners(text, workflow, elsewhere)).toEqual(['@bank/all']);
    expect(findGithubOwners(text, workflow, at('Invalid pattern'))).toEqual([
      '@bank/all',
    ]);
    expect(findGithubOwners(text, workflow, at('Invalid owner'))).toEqual([
      '@bank/all',
    ]);
  });

  it('takes no long time for a pattern that is written to take long', () => {
    const pattern = `${'**/a*a*a*/'.repeat(200)}x`;
    const path = `${'aaaa/'.repeat(400)}b`;
    expect(find(`${pattern} @ann`, path)).toEqual([]);
  });
});
