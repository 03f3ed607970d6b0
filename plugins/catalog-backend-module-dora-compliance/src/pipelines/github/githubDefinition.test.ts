import { readGithubDefinition, UNREADABLE } from './githubDefinition';

const read = readGithubDefinition;
const job = (content: string) => read(`jobs: { a: { ${content} } }`);

describe('readGithubDefinition', () => {
  it.each([
    ['no YAML', 'a: [b'],
    ['nothing', ''],
    ['no jobs', 'name: x'],
    ['empty jobs', 'jobs: {}'],
    ['a job that is none', 'jobs: { a: later }'],
  ])('takes %s for one that can deploy', (_, text) => {
    expect(read(text)).toEqual(UNREADABLE);
  });

  it.each([
    ['runs-on: ubuntu-latest, environment: production', true, ['production']],
    ['runs-on: ubuntu-latest, environment: { name: prod }', true, ['prod']],
    ['runs-on: x, environment: "${{ inputs.target }}"', true, []],
    ['uses: bank/workflows/.github/workflows/x.yml@v1', true, []],
    ['runs-on: x, permissions: { deployments: write }', true, []],
    ['runs-on: x, permissions: { id-token: write }', true, []],
    ['runs-on: x, permissions: write-all', true, []],
    ['runs-on: x, permissions: { contents: write }', false, []],
    ['runs-on: x, permissions: { deployments: read }', false, []],
    ['runs-on: x, env: { KEY: "${{ secrets.DEPLOY_KEY }}" }', true, []],
    ['runs-on: x, env: { KEY: "${{ secrets[inputs.key] }}" }', true, []],
    ['runs-on: x, env: { KEY: "${{ secrets.GITHUB_TOKEN }}" }', false, []],
    ['runs-on: x', false, []],
  ])('of a job { %s } says %s %j', (content, canDeploy, environments) => {
    expect(job(content)).toMatchObject({ canDeploy, environments });
  });

  it('counts the permissions of the whole workflow', () => {
    expect(
      read('permissions: { deployments: write }\njobs: { a: { runs-on: x } }'),
    ).toMatchObject({ canDeploy: true });
  });

  it.each([
    ['runs-on: ubuntu-24.04', 'hosted', ['ubuntu-24.04']],
    ['runs-on: [self-hosted, linux]', 'self-hosted', ['linux', 'self-hosted']],
    ['runs-on: { labels: [self-hosted] }', 'self-hosted', ['self-hosted']],
    ['runs-on: { group: big }', 'unknown', undefined],
    ['runs-on: our-machine', 'unknown', ['our-machine']],
    ['runs-on: "${{ vars.RUNNER }}"', 'unknown', undefined],
    ['runs-on: [self-hosted, "${{ vars.X }}"]', 'unknown', undefined],
    [
      'runs-on: "${{ matrix.os }}", strategy: { matrix: { os: [ubuntu-24.04, macos-15] } }',
      'hosted',
      ['macos-15', 'ubuntu-24.04'],
    ],
    [
      'runs-on: "${{ matrix.os }}", strategy: { matrix: { os: "${{ fromJSON(x) }}" } }',
      'unknown',
      undefined,
    ],
    [
      'runs-on: "${{ matrix.os }}", strategy: { matrix: { os: [ubuntu-24.04], include: [{ os: ours }] } }',
      'unknown',
      undefined,
    ],
    ['uses: ./.github/workflows/x.yml', 'unknown', undefined],
  ])('of a job { %s } says that it runs %s %j', (content, kind, labels) => {
    expect(job(content).runner).toEqual({ kind, ...(labels && { labels }) });
  });

  it('tells when some jobs run on own machines and some do not', () => {
    expect(
      read(
        'jobs: { a: { runs-on: ubuntu-24.04 }, b: { runs-on: self-hosted } }',
      ).runner.kind,
    ).toBe('mixed');
  });
});
