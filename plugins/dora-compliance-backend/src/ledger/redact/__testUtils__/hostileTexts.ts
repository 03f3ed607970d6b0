/** Beginnings, near misses and nestings of everything that rules look for. */
export const hostileParts: readonly string[] = [
  ...['aa://a:', 'BB://:+', 'x://u:p@', '://', 'https://a:', 'https://a@'],
  ...['@', '"', '{', '=', '\\', '\\"', '\u0001', 'a', 'a2', 'a-', 'n ', 'é@é.'],
  ...['&sig=', 'token=', '?page_token=', 'x-token=a&', '?a_a-a_secret='],
  ...['A_TOKEN=', 'A_A_A_TOKEN="', 'EOKEN="\t', 'AAAAAAAAAA_PASSWORD='],
  ...['curl -u ', 'curl -u a', ' -u 1', ' ----user==', 'curl --user a:'],
  ...['Authorization: ', 'authorization: bearer ', 'B-TOKEN:     B-'],
  ...['Bearer ', 'bearer aaaaaaaaaaaaaaaaaaa ', 'bearer     '],
  ...['a@b.', 'a%40', '%40a.', 'a@b.c.d.e.f.g.h.i.', 'a[bot]@b.c'],
  ...['eyJ', 'eyJ-', 'eyJ-.', '.eyJ', 'eyJaaaaaaaaaa.', 'eyJaaaaaaaaaa.e.'],
  ...['J.eyJ-Jy0-eeJJ0.J0Je--y0--eyJJJee0J0ye-.eyJ-yyJJ-'],
  ...['glpat-', 'GR1348941', 'xoxb-', 'ghp_', 'github_pat_', 'npm_', 'AIza'],
  ...['sk_live_', 'AKIA', 'AZDO', 'a'.repeat(52), `${'A'.repeat(75)}AZD`],
  ...['sk-ant-', 'sk-proj-', 'dapi', 'dckr_pat_', 'figd_', 'glsa_', 'hf_'],
  ...['lin_api_', 'SG.', 'shpat_', 'tskey-a-', 'tskey-'],
  ...['-----BEGIN PRIVATE KEY-----', '-----BEGIN ', '-----BEGIN A A '],
  ...['-----END A ', '-----BEGIN PRIVATE KEY----- -----END PRIVATE KEY---- '],
];

/** A text of a length that repeats a part. */
export function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

function nested(open: string, close: string, length: number): string {
  const times = Math.floor((length - 1) / (open.length + close.length));
  return `${open.repeat(times)}1${close.repeat(times)}`;
}

/** Quotes a text in JSON so often that there is nothing left but escapes. */
function quoted(text: string, length: number): string {
  let all = repeated(text, Math.floor(length / 16));
  for (let level = 0; level < 3; level += 1) {
    all = JSON.stringify([all, { token: all.slice(0, 40) }]);
  }
  return all;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** JSON texts of about a length that are as bad as can be, by name. */
export const hostileJson: Readonly<Record<string, (length: number) => string>> =
  {
    ...Object.fromEntries(
      hostileParts.map(part => [
        `many ${JSON.stringify(part)}`,
        (length: number) => JSON.stringify({ a: repeated(part, length) }),
      ]),
    ),
    'nested lists': length => nested('[', ']', length),
    'nested objects': length => nested('{"a":', '}', length),
    'nested secrets': length => nested('{"token":"x","a":', '}', length),
    'nested names of secrets': length => nested('{"token":', '}', length),
    'nested pairs': length => nested('{"name":"a_token","value":', '}', length),
    'turned pairs': length => nested('{"value":', ',"name":"a_token"}', length),
    'empty ones': length =>
      nested('{"token":{"a":', '}}', length).replace('1', '[]'),
    'a long name over many secrets': length =>
      `{"${'k'.repeat(length / 4)}":[${'{"token":"x"},'.repeat(
        length / 20,
      )}0]}`,
    'long names that are secrets': length =>
      JSON.stringify({
        [repeated('glpat-aB3dE5fG7hJ9kL1mN3pQ ', length / 2)]: 1,
        [repeated('user_token', length / 2)]: 2,
      }),
    'JSON in JSON in JSON': length => quoted('a "token" \\ ', length),
    'quotes in quotes': length => quoted('"', length),
    'base64 of base64': length =>
      JSON.stringify({
        encoding: 'base64',
        content: base64(base64(repeated('token=eyJ-. ', length * 0.56))),
      }),
    'many small files in base64': length =>
      JSON.stringify(
        Array.from({ length: Math.floor(length / 80) }, () => ({
          content: base64('DB_PASSWORD=hunter22'),
          encoding: 'base64',
        })),
      ),
    'white space': length => `[${' '.repeat(length)}]`,
    'white space before colons': length => `{"token"${' '.repeat(length)}:"x"}`,
    'many secrets': length =>
      JSON.stringify(Array(Math.floor(length / 14)).fill({ token: 'x' })),
  };
