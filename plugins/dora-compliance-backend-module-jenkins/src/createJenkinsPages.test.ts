import { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createJenkinsPages } from './createJenkinsPages';
import { gives } from './gives';

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
    [
      'urn:cicd:ci.other.example:two:ledger',
      'secrets-observed',
      'https://ci.other.example/two/manage/credentials/',
    ],
  ] as const)('%s: where %s is set', (uri, type, page) => {
    expect(pages.settings(pipeline(uri), type)).toBe(page);
  });

  it('are those of types of evidence that it collects', () => {
    const target = pipeline('urn:cicd:ci.bank.example:jenkins:ledger');
    const types = EvidenceType.options.filter(
      type => pages.settings(target, type) !== undefined,
    );
    expect(gives.collected).toEqual(expect.arrayContaining(types));
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
