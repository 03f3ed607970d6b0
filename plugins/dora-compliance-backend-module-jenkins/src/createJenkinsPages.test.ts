import { createJenkinsPages } from './createJenkinsPages';

const pages = createJenkinsPages([
  { baseUrl: 'https://ci.bank.example/' },
  { baseUrl: 'https://ci.other.example/two' },
]);
const pipeline = (uri: string) => ({ kind: 'pipeline' as const, uri });

describe('the pages of Jenkins', () => {
  it.each([
    [
      'urn:cicd:ci.bank.example:jenkins:core/Ledger%20Build',
      'pipeline-definition-observed',
      'https://ci.bank.example/job/core/job/Ledger%20Build/configure',
    ],
    [
      'urn:cicd:ci.other.example:two:ledger',
      'log-retention-observed',
      'https://ci.other.example/two/job/ledger/configure',
    ],
    [
      'urn:cicd:ci.other.example:two:ledger',
      'runners-observed',
      'https://ci.other.example/two/computer/',
    ],
  ] as const)('%s: where %s is set', (uri, type, page) => {
    expect(pages.settings(pipeline(uri), type)).toBe(page);
  });

  it('are not guessed for other controllers, nor for what is no setting', () => {
    const known = 'urn:cicd:ci.bank.example:jenkins:ledger';
    const other = 'urn:cicd:ci.third.example:jenkins:ledger';
    const type = 'pipeline-definition-observed';
    expect(pages.settings(pipeline(other), type)).toBeUndefined();
    expect(pages.settings(pipeline(known), 'change-merged')).toBeUndefined();
    expect(
      pages.settings({ kind: 'repository', uri: known }, type),
    ).toBeUndefined();
  });
});
