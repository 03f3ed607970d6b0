import { Prism, readCorpusJson } from '@ict-assurance/corpora';
import { exampleRepositories } from './__testUtils__/exampleRepositories';
import { FakeGithub } from './__testUtils__/FakeGithub';
import { GithubRest } from './GithubRest';
import { ActionsPermissions, Repositories, Workflows } from './githubShapes';

/**
 * GitHub's own OpenAPI judges the fake the other tests rest on, and what we
 * ask. The subset of it that is at hand knows the workflows of
 * repositories, but neither the repositories of an organization nor the
 * contents of files nor the permissions of Actions: those the fake answers
 * unjudged. What we read of two of them is tried on GitHub's own examples.
 */
describe('the fake GitHub and GitHub’s own OpenAPI', () => {
  const github = new FakeGithub();
  const prism = new Prism();
  let url: string;

  beforeAll(async () => {
    github.repositories = exampleRepositories();
    url = await prism.start(await github.start());
  });
  beforeEach(() => github.refusals.clear());
  afterAll(async () => {
    await prism.stop();
    await github.stop();
  });

  const rest = () =>
    new GithubRest({
      apiBaseUrl: url,
      headers: async () => ({}),
      timeout: 120_000,
      now: () => 0,
    });

  it('agree on the workflows of a repository', async () => {
    const { body } = await rest().get(
      '/repos/bank/ledger/actions/workflows?per_page=30&page=1',
      Workflows,
    );
    expect(body.total_count).toBe(2);
  });

  it('would disagree on an answer that GitHub never gives', async () => {
    const path = '/repos/bank/ledger/actions/workflows';
    github.refusals.set(path, {
      status: 200,
      body: { total_count: 1, workflows: [{ name: 'deploy' }] },
    });
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('VIOLATIONS');
  });
});

/** An answer of GitHub as its documentation shows it. */
const readExample = (file: string) => readCorpusJson(`github-rest/${file}`);

describe('what we read of GitHub’s own examples', () => {
  it('is there', () => {
    const permissions = readExample(
      'actions__get-github-actions-permissions-repository.get.200.default.json',
    );
    expect(ActionsPermissions.parse(permissions)).toEqual({ enabled: true });
    const repository = readExample('repos__get.get.200.default-response.json');
    expect(Repositories.parse([repository])).toMatchObject([
      { name: 'Hello-World', archived: false },
    ]);
    const workflows = readExample(
      'actions__list-repo-workflows.get.200.default.json',
    );
    expect(Workflows.parse(workflows).workflows).toHaveLength(2);
  });
});
