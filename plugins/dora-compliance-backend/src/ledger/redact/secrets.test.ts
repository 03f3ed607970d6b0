import { redactAtOnce as redact } from './__testUtils__/redactAtOnce';

const github = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;

/** What is kept of a value, and where what was taken out. */
function kept(value: unknown, personalData: string[] = []) {
  const { text, redactions } = redact(JSON.stringify(value), { personalData });
  return {
    value: JSON.parse(text),
    at: redactions.map(({ rule, pointer }) => `${rule} ${pointer}`),
  };
}

const gone = '[redacted: secret-name]';

describe('names of secrets', () => {
  it.each([
    ...['dbPassword', 'webhookSecret', 'githubToken', 'NPM_TOKEN', 'accessKey'],
    ...['secretKey', 'secret_access_key', 'connectionString', 'apiKey'],
    ...['privateKey', 'DB_PASS', 'APIKey', 'clientsecret', 'GH_PAT', 'DB_PWD'],
    ...['connection-string', 'Password ', 'password1', 'PRIVATE-TOKEN'],
  ])('%s is one', name => {
    expect(kept({ [name]: 'x' }).value).toEqual({ [name]: gone });
  });

  it.each([
    ...['token_permissions', 'secret_scanning', 'key', 'tokens_expire_at'],
    ...['password_authentication_enabled', 'secret_type', 'has_secret_x'],
    ...['secrets', 'keys_url', 'continuationToken', 'next_page_token', 'pass'],
    ...['bypass', 'monkey', 'public_key', 'token_last_eight', 'credentialsId'],
    ...['authorization-boundary', 'passed', 'groupKey', 'cache_key', 'tokens'],
  ])('%s is none', name => {
    expect(kept({ [name]: 'x' })).toEqual({ value: { [name]: 'x' }, at: [] });
  });

  it('take out whatever stands under them but yes, no and nothing', () => {
    const { value, at } = kept({
      password: ['x'],
      secret: { value: 'x', more: [1] },
      token: 12345678,
      apiKey: -1.5e3,
      has_secret: true,
      enableAccessToken: false,
      access_token: null,
      db_password: { set: true, value: null },
      client_secret: [],
      after: 1,
    });
    expect(value).toEqual({
      password: gone,
      secret: gone,
      token: gone,
      apiKey: gone,
      has_secret: true,
      enableAccessToken: false,
      access_token: null,
      db_password: { set: true, value: null },
      client_secret: [],
      after: 1,
    });
    expect(at).toEqual(
      ['password', 'secret', 'token', 'apiKey'].map(
        name => `secret-name /${name}`,
      ),
    );
  });

  it.each(['key', 'name', 'Name'])('may stand as the %s of a value', name => {
    const rest = { id: 7 };
    for (const value of ['hunter2', 7, ['hunter2'], { a: { b: 'hunter2' } }]) {
      for (const pair of [
        { [name]: 'DB_PASSWORD', ...rest, value },
        { value, ...rest, [name]: 'DB_PASSWORD' },
      ]) {
        const { value: is, at } = kept({ variables: [1, pair] });
        expect(is.variables[1]).toEqual({ ...pair, value: gone });
        expect(at).toEqual(['secret-name /variables/1/value']);
      }
    }
  });

  it('leave values of other names, and those that say nothing', () => {
    const variables = [
      { key: 'NESTOR_PROD_ENVIRONMENT', value: 'us-west-1' },
      { key: 'DB_PASSWORD', value: null },
      { key: 'DB_PASSWORD', value: true },
      { key: 'DB_PASSWORD', value: '' },
      { name: 'GH_TOKEN', created_at: '2019-08-10T14:59:22Z' },
    ];
    expect(kept({ variables })).toEqual({ value: { variables }, at: [] });
  });

  it('are found in JSON that is a text', () => {
    const parameters = '{"dbPassword": "hunter2","n":1.0}';
    expect(kept({ parameters })).toEqual({
      value: { parameters: `{"dbPassword": "${gone}","n":1.0}` },
      at: ['secret-name /parameters'],
    });
    const twice = JSON.stringify({ body: JSON.stringify([{ token: 'x' }]) });
    expect(JSON.stringify(kept({ twice }).value)).not.toContain('x');
    const broken = '{"dbPassword": "hunter2"';
    expect(kept({ broken }).at).toEqual([]);
  });
});

describe('addresses', () => {
  const cut = '[redacted: credentials-in-url]';
  it.each([
    ['https://3f9c0ad5d1e7a8@git.bank/x', `https://${cut}@git.bank/x`],
    ['https://3f9c0ad5d1e7a8:@git.bank/x', `https://${cut}@git.bank/x`],
    ['https://user:pa/ss@host/x', `https://${cut}@host/x`],
    ['https://user:p@ss@host/x', `https://${cut}@host/x`],
    ['https://ci:hunter22@host:80/@x', `https://${cut}@host:80/@x`],
    ['https://admin:password@host', `https://${cut}@host`],
  ])('lose the credentials: %s', (url, left) => {
    expect(kept({ url }).value).toEqual({ url: left });
  });

  it.each([
    'ssh://git@host/x',
    'https://fabrikamfiber@dev.azure.com/fabrikamfiber/x',
    'https://fabrikam-fiber-2024-2025@dev.azure.com/fabrikam-fiber-2024-2025/_git',
    'https://jan.devries@bitbucket.org/x',
    'https://host:8080/path/@scope/pkg',
    'docker://alpine:3.19@sha256:0123456789abcdef',
    'credentials as in `https://username:password@proxy:8080`',
    'https://x/y by @bob',
  ])('that hold none stay: %s', url => {
    expect(kept({ url })).toEqual({ value: { url }, at: [] });
  });

  it.each([
    ...['access_token', 'private_token', 'sig', 'token', 'X-Amz-Signature'],
    ...['api_key', 'client_secret', 'password'],
  ])('lose %s', name => {
    const url = `https://host/x?sv=20&${name}=AbC%3D&z=1`;
    expect(kept({ url }).value).toEqual({
      url: `https://host/x?sv=20&${name}=[redacted: secret-in-query]&z=1`,
    });
  });

  it.each(['?key=proj', '?page_token=abc', '?token=$TOKEN', '?v=4&design=x'])(
    'keep %s',
    query => {
      expect(kept({ url: `https://host/x${query}` }).at).toEqual([]);
    },
  );
});

describe('texts', () => {
  it.each([
    ['Authorization: Bearer abcdefghijklmnop', 'Authorization: Bearer '],
    ["-H 'authorization: basic Ym9iOng='", "-H 'authorization: basic "],
    ['{"Authorization": "token 0123456789"', '{"Authorization": "token '],
    ['PRIVATE-TOKEN: 0123456789abcdefghij', 'PRIVATE-TOKEN: '],
    ['with Bearer 0123456789abcdefghij', 'with Bearer '],
  ])('lose what authorizes: %s', (text, left) => {
    const [was] = kept({ text }).value.text.split('[');
    expect(was).toBe(left);
    expect(kept({ text }).at).toEqual(['authorization-header /text']);
  });

  it('lose the name and password of a command', () => {
    expect(kept(['curl -u bob:hunter2 https://x']).value).toEqual([
      'curl -u [redacted: curl-credentials] https://x',
    ]);
    for (const text of ['docker run -u 1000:1000', 'curl x; y -u 10:10']) {
      expect(kept([text]).at).toEqual([]);
    }
  });

  it('lose what is assigned to a name of a secret', () => {
    expect(kept(['export DB_PASSWORD=hunter2 && x']).value).toEqual([
      'export DB_PASSWORD=[redacted: secret-assignment] && x',
    ]);
    expect(kept(['DB_PASSWORD=$DB_PASSWORD', 'KEY=1']).at).toEqual([]);
  });

  it.each(['Bearer authentication is needed', 'Authorization: see below'])(
    'keep %s',
    text => {
      expect(kept([text]).at).toEqual([]);
    },
  );
});

describe('names that are secrets', () => {
  it('go, from the places that are told, too', () => {
    const { value, at } = kept({
      tokens: { [github]: { password: 'x' }, [`${github}b`]: 2 },
    });
    expect(value).toEqual({
      tokens: {
        '[redacted: github-token]': { password: gone },
        '[redacted: github-token] (2)': 2,
      },
    });
    expect(at).toEqual([
      'github-token /tokens/[redacted: github-token]',
      'secret-name /tokens/[redacted: github-token]/password',
      'github-token /tokens/[redacted: github-token] (2)',
    ]);
  });
});

describe('texts in base 64', () => {
  const file = `env:\n  TOKEN: ${github}\n  N: ü\n`;
  const content = Buffer.from(file)
    .toString('base64')
    .replace(/.{60}/g, '$&\n');

  it.each([
    { encoding: 'base64', content },
    { content, encoding: 'base64' },
  ])('lose secrets and keep their length and lines', answer => {
    const { value, at } = kept({ file: answer });
    const left = Buffer.from(value.file.content, 'base64');
    expect(left.toString()).toBe(
      file.replace(github, 'REDACTED-github-token-'.padEnd(40, 'x')),
    );
    expect(value.file.content.indexOf('\n')).toBe(60);
    expect(value.file.content).toHaveLength(content.length);
    expect(at).toEqual(['github-token /file/content']);
    expect(kept(value).at).toEqual([]);
  });

  it('stay where they hold none, and where they are no text', () => {
    const bytes = Buffer.from([0xff, 0xfe, ...Buffer.from(github)]);
    for (const held of [Buffer.from('a: 1'), bytes]) {
      const answer = { encoding: 'base64', content: held.toString('base64') };
      expect(kept(answer)).toEqual({ value: answer, at: [] });
    }
  });
});

describe('personal data', () => {
  const no = '[redacted: personal-data]';

  it('e-mail addresses go wherever they stand', () => {
    const { value } = kept(
      {
        email: ['a@b.c'],
        user_email: 'ann',
        authorEmail: 7,
        message: 'x\n\nSigned-off-by: A <a@b.c>\nby a+x@b.example.org.',
        raw: 'Ann <ann@bank.example>',
        bot: '49+dependabot[bot]@users.noreply.github.com',
        'ann@bank.example': 1,
        within: '{"to":"mailto:ann@bank.example"}',
      },
      ['email'],
    );
    expect(value).toEqual({
      email: [no],
      user_email: no,
      authorEmail: no,
      message: `x\n\nSigned-off-by: A <${no}>\nby ${no}.`,
      raw: `Ann <${no}>`,
      bot: no,
      [no]: 1,
      within: `{"to":"mailto:${no}"}`,
    });
  });

  it.each([
    'git@github.com:Codertocat/Hello-World.git',
    'ssh://git@gitlab.com/x/y.git',
    'actions/checkout@v4.1.0',
    'octo/x/.github/workflows/ci.yml@feature.login',
    'pkg:npm/lodash@4.17.21',
    'lodash@4.x',
    'gcc@8.2.0-28.tar',
    'ghcr.io/x/y@sha256:0123',
    'https://fabrikam@dev.azure.com/fabrikam',
    '@alice and @bob',
  ])('%s is no e-mail address', text => {
    const value = { text, emails_disabled: true, email: null };
    expect(kept(value, ['email'])).toEqual({ value, at: [] });
  });

  it('of other names goes only under these', () => {
    const value = { login: 'ann', user: { Login: 'ann', login_at: 'x' } };
    expect(kept({ ...value, to: 'a@b.example' }, ['login']).value).toEqual({
      login: no,
      user: { Login: no, login_at: 'x' },
      to: 'a@b.example',
    });
    expect(kept({ user: value }, ['user']).value).toEqual({ user: value });
  });
});

describe('very many secrets', () => {
  it('tells so many places one by one, and the rest at once', () => {
    const { text, redactions } = redact(
      JSON.stringify(Array(20_000).fill({ token: 'x' })),
      { personalData: [] },
    );
    expect(text).not.toContain('x');
    expect(redactions).toHaveLength(10_001);
    expect(redactions.at(-1)).toEqual({ pointer: '', rule: 'secret-name' });
  });
});

describe('a value beside the name of a secret', () => {
  it.each([
    'Server=db;Password=hunter2;SharedKey2 s3cr3t',
    'https://u:p@h/ rest-of-token',
  ])('goes as a whole, whatever else is found in it: %s', value => {
    expect(kept({ name: 'DB_SECRET', value }).value).toEqual({
      name: 'DB_SECRET',
      value: gone,
    });
  });
});

it.each([
  'http://localhost:8080,anna@bank.example',
  '[x](https://jira:8080)@anna',
  'docker://registry:latest/a@sha512:abc',
])('a port is no password: %s', text => {
  expect(kept({ text }).at).toEqual([]);
});
