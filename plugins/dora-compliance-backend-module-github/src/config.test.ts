import { ConfigReader } from '@backstage/config';
import { createGithubCollector } from './collect/createGithubCollector';
import { readGithubCollectConfig } from './config';

const integrations = {
  github: [
    { host: 'github.com', token: 't' },
    { host: 'ghe.bank.example', apiBaseUrl: 'https://ghe.bank.example/api/v3' },
  ],
};

function covers(uri: string, collect?: object) {
  const github = { ...(collect && { collect }) };
  const config = new ConfigReader({ integrations, doraCompliance: { github } });
  const collector = createGithubCollector(config, {
    ...readGithubCollectConfig(config),
    productionEnvironments: [],
    protectedBranches: [],
  });
  return collector.covers({ kind: 'repository', uri });
}

describe('collecting from GitHub', () => {
  it('is off unless it is turned on', () => {
    expect(covers('https://github.com/bank/ledger')).toBe(false);
    expect(covers('https://github.com/bank/ledger', { enabled: false })).toBe(
      false,
    );
  });

  it.each([
    ['https://github.com/bank/ledger', true],
    ['https://ghe.bank.example/bank/ledger', true],
    ['https://gitlab.com/bank/ledger', false],
  ])('covers %s of the integrations: %s', (uri, isCovered) => {
    expect(covers(uri, { enabled: true })).toBe(isCovered);
  });

  it('names a length of time that is none', () => {
    expect(() =>
      covers('x', { enabled: true, changesWithin: '3 days' }),
    ).toThrow('doraCompliance.github.collect.changesWithin is "3 days"');
  });
});
