import { ConfigReader } from '@backstage/config';
import { createGithubCollector } from './collect/createGithubCollector';
import { readGithubConfig } from './config';

const integrations = {
  github: [
    { host: 'github.com', token: 't' },
    {
      host: 'app.bank.example',
      apiBaseUrl: 'https://app.bank.example/api/v3',
      apps: [
        {
          appId: 1,
          privateKey: 'k',
          clientId: 'c',
          clientSecret: 's',
          webhookSecret: 'w',
        },
      ],
    },
    {
      host: 'bare.bank.example',
      apiBaseUrl: 'https://bare.bank.example/api/v3',
    },
  ],
};

function covers(uri: string, collect?: object) {
  const github = { ...(collect && { collect }) };
  const config = new ConfigReader({ integrations, doraCompliance: { github } });
  const { source, collect: options } = readGithubConfig(config);
  return (
    options &&
    createGithubCollector(config, { ...source, ...options }).covers({
      kind: 'repository',
      uri,
    })
  );
}

describe('collecting from GitHub', () => {
  it.each([
    ['https://github.com/bank/ledger', true, true],
    ['https://app.bank.example/bank/ledger', true, true],
    ['https://bare.bank.example/bank/ledger', false, true],
    ['https://gitlab.com/bank/ledger', false, false],
  ])(
    'covers %s by itself: %s, when it is turned on: %s',
    (uri, byItself, turnedOn) => {
      expect(covers(uri)).toBe(byItself);
      expect(covers(uri, { enabled: true })).toBe(turnedOn);
      expect(covers(uri, { enabled: false })).toBeUndefined();
    },
  );

  it('names a length of time that is none', () => {
    expect(() =>
      covers('x', { enabled: true, changesWithin: '3 days' }),
    ).toThrow('doraCompliance.github.collect.changesWithin is "3 days"');
  });
});
