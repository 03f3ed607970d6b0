import { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createAzureDevOpsPages } from './createAzureDevOpsPages';
import { gives } from './gives';

const pages = createAzureDevOpsPages(['dev.azure.com']);
const repository = (uri: string) => ({ kind: 'repository' as const, uri });
const ledger = 'https://dev.azure.com/bank/Core%20Banking/_git/ledger';

describe('the pages of Azure DevOps', () => {
  it.each([
    ['branch-protection-observed', '_settings/repositories'],
    ['environment-protection-observed', '_environments'],
    ['pipeline-settings-observed', '_settings/settings'],
    ['runners-observed', '_settings/agentqueues'],
  ] as const)('where %s is set', (type, path) => {
    expect(pages.settings(repository(ledger), type)).toBe(
      `https://dev.azure.com/bank/Core%20Banking/${path}`,
    );
  });

  it('are those of the new address of an organization', () => {
    const old = 'https://bank.visualstudio.com/Core%20Banking/_git/ledger';
    expect(pages.commit!(old, 'a1b2c3d')).toBe(`${ledger}/commit/a1b2c3d`);
  });

  it.each([
    'https://github.com/bank/ledger',
    'https://tfs.bank.example/bank/core/_git/ledger',
    'https://dev.azure.com/bank/core',
  ])('are not guessed for %s', uri => {
    expect(
      pages.settings(repository(uri), 'branch-protection-observed'),
    ).toBeUndefined();
    expect(pages.commit!(uri, 'a1b2c3d')).toBeUndefined();
  });

  it('are those of types of evidence that it collects', () => {
    const types = EvidenceType.options.filter(
      type => pages.settings(repository(ledger), type) !== undefined,
    );
    expect(gives.collected).toEqual(expect.arrayContaining(types));
  });

  it('are not there for what is no setting', () => {
    expect(pages.settings(repository(ledger), 'change-merged')).toBeUndefined();
  });
});
