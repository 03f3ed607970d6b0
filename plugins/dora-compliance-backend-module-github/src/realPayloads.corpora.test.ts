import { readCorpusJson } from '@ict-assurance/corpora';
import { deliver } from './__testUtils__/payloads';
import { normaliseGithub } from './normalise/normaliseGithub';

const WEBHOOK = 'argocd/util/webhook/testdata';
const GENERATOR = 'argocd/applicationset/webhook/testdata';

/** What is made of a payload that Argo CD recorded. */
function read(event: string, file: string) {
  return normaliseGithub(deliver(event, readCorpusJson(file)), {
    productionEnvironments: [],
    protectedBranches: [],
  });
}

describe('the payloads Argo CD recorded of GitHub', () => {
  it.each([
    ['push', `${WEBHOOK}/github-commit-event.json`, ['commits-pushed']],
    ['push', `${WEBHOOK}/github-tag-event.json`, ['reference-changed']],
    ['ping', `${WEBHOOK}/github-ping-event.json`, []],
    ['push', `${GENERATOR}/github-commit-event.json`, ['commits-pushed']],
    [
      'push',
      `${GENERATOR}/github-commit-event-feature-branch.json`,
      ['commits-pushed'],
    ],
    [
      'push',
      `${GENERATOR}/github-commit-branch-event.json`,
      ['commits-pushed'],
    ],
    [
      'pull_request',
      `${GENERATOR}/github-pull-request-opened-event.json`,
      ['change-updated'],
    ],
    [
      'pull_request',
      `${GENERATOR}/github-pull-request-assigned-event.json`,
      [],
    ],
    ['pull_request', `${GENERATOR}/github-pull-request-labeled-event.json`, []],
  ])('%s in %s are understood', (event, file, types) => {
    const answer = read(event, file);
    expect(answer).toMatchObject({ outcome: 'normalised' });
    expect(answer).not.toHaveProperty('flaws');
    const statements = 'statements' in answer ? answer.statements : [];
    expect(statements.map(({ type }) => type)).toEqual(types);
  });

  it('of a package that nothing identifies is rejected, not lost', () => {
    expect(read('package', `${WEBHOOK}/ghcr-package-event.json`)).toEqual({
      outcome: 'rejected',
      reason:
        'package: package.html_url is missing, and the payload has no digest',
    });
  });
});
