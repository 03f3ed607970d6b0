import fc from 'fast-check';
import { redactAtOnce as redact } from './__testUtils__/redactAtOnce';

const none = { personalData: [] };
const fake = (prefix: string, length: number) =>
  `${prefix}${'aB3dE5fG7h'.repeat(30).slice(0, length)}`;

const secrets: [string, string][] = [
  ['github-token', fake('ghp_', 36)],
  ['github-token', fake('github_pat_', 60)],
  ['gitlab-token', fake('glpat-', 20)],
  ...[
    'glrt-',
    'glrtr-',
    'gldt-',
    'glsoat-',
    'glcbt-64_',
    'glffct-',
    'glwt-',
  ].map((prefix): [string, string] => ['gitlab-token', fake(prefix, 20)]),
  ['gitlab-token', fake('GR1348941', 20)],
  ['aws-access-key', 'ASIAIOSFODNN7EXAMPLE'],
  [
    'azure-devops-token',
    'abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst',
  ],
  ['azure-devops-token', `${fake('', 76)}AZDO${fake('', 4)}`],
  ['aws-access-key', 'AKIAIOSFODNN7EXAMPLE'],
  ['slack-token', fake('xoxb-', 30)],
  ['google-api-key', fake('AIza', 35)],
  ['npm-token', fake('npm_', 36)],
  ['stripe-key', fake('sk_live_', 24)],
  ['anthropic-key', fake('sk-ant-api03-', 95)],
  ['databricks-token', `dapi${'a1b2c3d4'.repeat(4)}`],
  ['docker-token', fake('dckr_pat_', 27)],
  ['docker-token', fake('dckr_oat_', 32)],
  ['figma-token', fake('figd_', 40)],
  ['grafana-token', `${fake('glsa_', 32)}_a1b2c3d4`],
  ['hugging-face-token', `hf_${'abCDe'.repeat(7).slice(0, 34)}`],
  ['linear-key', fake('lin_api_', 40)],
  ['openai-key', fake('sk-proj-', 120)],
  ['sendgrid-key', `${fake('SG.', 22)}.${fake('', 43)}`],
  ['shopify-token', `shpat_${'a1b2c3d4'.repeat(4)}`],
  ['tailscale-key', `${fake('tskey-auth-', 12)}-${fake('', 32)}`],
  ['json-web-token', `${fake('eyJ', 20)}.${fake('eyJ', 20)}.${fake('', 20)}`],
  [
    'private-key',
    `-----BEGIN RSA PRIVATE KEY-----\n${fake(
      '',
      200,
    )}\n-----END RSA PRIVATE KEY-----`,
  ],
];

describe('redact', () => {
  it.each(secrets)('takes out a %s wherever it stands', (rule, secret) => {
    const text = JSON.stringify({ a: [{ log: `token is ${secret} ok` }] });
    const { text: kept, redactions } = redact(text, none);
    expect(JSON.parse(kept)).toEqual({
      a: [{ log: `token is [redacted: ${rule}] ok` }],
    });
    expect(redactions).toEqual([{ pointer: '/a/0/log', rule }]);
  });

  it.each(secrets)('finds a %s after a letter of an escape', (rule, secret) => {
    for (const before of ['\n', '\r', '\t', '\b', '\f', '"', '\\']) {
      const { redactions } = redact(JSON.stringify([before + secret]), none);
      expect(redactions).toEqual([{ pointer: '/0', rule }]);
    }
  });

  it('takes the credentials out of an address and leaves the rest', () => {
    const { text, redactions } = redact(
      '{"url":"https://ci:hunter22@git.bank.example/ledger.git"}',
      none,
    );
    expect(text).toBe(
      '{"url":"https://[redacted: credentials-in-url]@git.bank.example/ledger.git"}',
    );
    expect(redactions).toHaveLength(1);
  });

  it.each(['password', 'client_secret', 'apiKey', 'token', 'X-Api-Key'])(
    'takes out what stands under %s',
    name => {
      const { text, redactions } = redact(`{"${name}":"x"}`, none);
      expect(text).toBe(`{"${name}":"[redacted: secret-name]"}`);
      expect(redactions).toEqual([
        { pointer: `/${name}`, rule: 'secret-name' },
      ]);
    },
  );

  it('finds credentials in an address whose slashes are escaped', () => {
    const { redactions } = redact(
      '{"url":"https:\\/\\/ci:hunter22@git.bank.example\\/ledger.git"}',
      none,
    );
    expect(redactions).toEqual([
      { pointer: '/url', rule: 'credentials-in-url' },
    ]);
  });

  it('misses nothing by looking only quickly at first', () => {
    const name = fc.constantFrom(
      ...['password', 'PASSWD', 'db-passphrase', 'a_secret', 'privateKey'],
      ...['api-key', 'Access_Token', 'token', 'Authorization', 'note', 'a@b'],
      ...['dbPassword', 'connectionString', 'value', 'key', 'name', 'DB_PAT'],
      ...['encoding', 'content'],
    );
    const piece = fc.constantFrom(
      ...secrets.map(([, secret]) => secret),
      ...['https://ci:hunter22@git', 'ssh://git@host', 'see ', '"', '\\', '@'],
      ...['\n', '\t', 'a', '-', 'DB_PASSWORD', 'base64', '?sig=', ' ', ': '],
      ...['Authorization', 'Bearer ', 'curl', ' -u ', 'bob:hunter22'],
      ...['{"password":"hunter22"}', '{"a":"{\\"token\\":7}"}'],
    );
    const word = fc.array(piece, { maxLength: 4 }).map(all => all.join(''));
    const value = fc.oneof(word, fc.array(word, { maxLength: 2 }), fc.nat());
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.nat(2), (held, indent) => {
        const text = JSON.stringify({ held: [held] }, undefined, indent);
        // A name that is personal data has the whole text read.
        const thorough = redact(text, { personalData: ['no such name'] });
        expect(redact(text, none)).toEqual(thorough);
      }),
    );
  });

  it('finds a secret whose letters are escapes', () => {
    const escaped = secrets[0]![1].replace('g', '\\u0067');
    const { redactions } = redact(`{"a":"${escaped}"}`, none);
    expect(redactions).toEqual([{ pointer: '/a', rule: 'github-token' }]);
  });

  it('takes out the personal data that is not wanted', () => {
    const text = '{"author":{"name":"Anna","Email":"anna@bank.example"}}';
    expect(redact(text, { personalData: ['email'] })).toEqual({
      text: '{"author":{"name":"Anna","Email":"[redacted: personal-data]"}}',
      redactions: [{ pointer: '/author/Email', rule: 'personal-data' }],
    });
    expect(redact(text, none).redactions).toEqual([]);
  });

  it('changes nothing else, to the byte', () => {
    const text =
      '{ "big": 12345678901234567890 ,\n "a":"\\u0041", "token":"x","b":[1.0]}';
    expect(redact(text, none).text).toBe(
      text.replace('"x"', '"[redacted: secret-name]"'),
    );
    fc.assert(
      fc.property(fc.json(), json => {
        const { text: kept, redactions } = redact(json, none);
        expect(redactions.length > 0 || kept === json).toBe(true);
      }),
    );
  });

  it('finds a token behind a name and a hyphen', () => {
    const token = secrets.find(([rule]) => rule === 'json-web-token')![1];
    const text = JSON.stringify({ a: `session-${token} rest` });
    expect(redact(text, none).text).toBe(
      '{"a":"[redacted: json-web-token] rest"}',
    );
  });

  it('takes nothing out twice', () => {
    const text = JSON.stringify(secrets.map(([, secret]) => secret));
    const once = redact(text, none).text;
    expect(redact(once, none)).toEqual({ text: once, redactions: [] });
  });
});
