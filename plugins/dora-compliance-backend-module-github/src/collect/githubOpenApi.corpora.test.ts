import { gitHubDescribes, Prism } from '@ict-assurance/corpora';
import { bankLedger } from '../__testUtils__/github/bankLedger';
import { backfill, collect } from '../__testUtils__/github/rounds';

jest.setTimeout(600_000);

/**
 * GitHub's own OpenAPI judges what the fake answers, to the very questions
 * the collector asks. Its subset at hand does not know contents of files,
 * collaborators, teams, runners, settings of Actions, branches, activities
 * and comparisons: what we read of most of them is tried on GitHub's own
 * examples.
 */
describe('the fake GitHub and GitHub’s own OpenAPI', () => {
  const github = bankLedger();
  const prism = new Prism();
  let url: string;

  beforeAll(async () => {
    await github.start();
    url = await prism.start(github.api.url);
  });
  afterAll(async () => {
    await prism.stop();
    await github.stop();
  });

  it('agree on every answer to a round and a backfill', async () => {
    const asked = github.api.requests;
    const isDescribed = gitHubDescribes();
    await collect(github);
    await backfill(github, '2000-01-01T00:00:00Z');
    github.settings.protection = undefined;
    github.settings.analyses = undefined;
    await collect(github, ['branch-protection', 'code-scanning']);
    const questions = [...new Set(asked)].filter(question =>
      isDescribed(question.replace(/\?.*$/, '')),
    );
    const paths = questions.map(question =>
      question.replace(/\?.*$/, '').replace(/\d+/g, 'N'),
    );
    expect(new Set(paths).size).toBeGreaterThan(15);
    const objections: string[] = [];
    for (const question of questions) {
      // It calls `created` a moment; in truth it takes spans of time.
      const plain = question.replace(/created=[^&]*&/, '');
      const direct = await fetch(`${github.api.url}${plain}`);
      const judged = await fetch(`${url}${plain}`);
      const text = await judged.text();
      if (judged.status !== direct.status) {
        objections.push(
          `${question}: ${judged.status} ${text
            .replace(/^.*"validation":/, '')
            .slice(0, 1400)}`,
        );
      }
    }
    expect(objections).toEqual([]);
  });

  it('would disagree on an answer that GitHub never gives', async () => {
    const path = '/repos/bank/ledger/environments';
    const body = { total_count: 1, environments: [{ name: 'production' }] };
    github.refusals.set(path, { status: 200, body });
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('VIOLATIONS');
  });
});
