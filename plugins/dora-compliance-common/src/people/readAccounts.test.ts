import { readAccounts } from './readAccounts';

function read(
  annotations: Record<string, string>,
  profile: Record<string, string> = {},
) {
  const { claims, problems } = readAccounts({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'Alice', annotations },
    spec: { profile },
  });
  return [...claims.map(({ how, key }) => `${how} ${key}`), ...problems];
}

describe('readAccounts', () => {
  it.each([
    'jenkins.bank.example/a.smith, dev.azure.com/Alice@bank.example',
    '- jenkins.bank.example/a.smith\n- dev.azure.com/alice@bank.example\n',
    '["jenkins.bank.example/a.smith", "dev.azure.com/alice@bank.example"]',
    'Jenkins.bank.example/a.smith,,\n dev.azure.com/alice@bank.example,',
  ])('reads a list of accounts: %j', list => {
    expect(read({ 'dora-compliance.io/accounts': list })).toEqual([
      'explicit jenkins.bank.example/a.smith',
      'explicit dev.azure.com/alice@bank.example',
    ]);
  });

  it('reads what the integrations of Backstage set', () => {
    expect(
      read(
        {
          'github.com/user-login': 'alice',
          'github.com/user-id': '7',
          'gitlab.bank.example/user-login':
            'https://gitlab.bank.example/a.smith',
          'microsoft.com/email': 'Alice@Bank.example',
          'backstage.io/view-url': 'https://x/user-login',
        },
        { email: 'alice@bank.example' },
      ),
    ).toEqual([
      'explicit github.com/alice',
      'explicit github.com#7',
      'explicit gitlab.bank.example/a.smith',
      'email mailto:alice@bank.example',
    ]);
  });

  it('tells bots apart, and ids from logins', () => {
    expect(
      read({
        'dora-compliance.io/accounts': 'gitlab.com#42',
        'dora-compliance.io/bots': 'github.com/renovate[bot]',
      }),
    ).toEqual(['explicit gitlab.com#42', 'bot github.com/renovate[bot]']);
  });

  it.each([
    'alice',
    'github.com/',
    '/alice',
    'https://github.com/alice',
    '# x',
    `github.com/${'a'.repeat(500)}`,
    'github.com/a\u0000',
  ])('says what can not be read: %j', entry => {
    expect(
      read({
        'dora-compliance.io/accounts': `${entry}, github.com/alice`,
      }),
    ).toEqual([
      'explicit github.com/alice',
      `dora-compliance.io/accounts of user:default/alice: "${entry}" must be <host>/<login> or <host>#<id>`,
    ]);
  });

  it('takes no text for an address that is none', () => {
    expect(read({}, { email: '[REDACTED]' })).toEqual([]);
    expect(read({})).toEqual([]);
  });
});
