/** A text that must not be stored or logged, wherever an answer has it. */
export const CANARY = 'c4n4ry-of-the-bank';

function variable(key: string, fields: Record<string, unknown> = {}) {
  return {
    variable_type: 'env_var',
    key,
    value: CANARY,
    protected: false,
    masked: true,
    hidden: false,
    raw: false,
    environment_scope: '*',
    description: CANARY,
    ...fields,
  };
}

/** What `bank/ledger` and its group `bank` answer, by what follows the API. */
export const credentialAnswers: Readonly<Record<string, unknown>> = {
  '/variables': [
    variable('SIGNING_KEY', { protected: true }),
    variable('DEPLOY_TOKEN', { environment_scope: 'production' }),
    variable('LOG_LEVEL', { masked: false }),
  ],
  '/deploy_keys': [
    {
      id: 1,
      title: 'mirror',
      key: `ssh-ed25519 ${CANARY}`,
      fingerprint: '4a:9d:64',
      fingerprint_sha256: 'SHA256:Jrs3LD1',
      created_at: '2022-05-01T09:00:00.000Z',
      expires_at: null,
      last_used_at: '2026-03-01T09:00:00.000Z',
      can_push: true,
    },
  ],
  '/deploy_tokens': [
    deployToken(1, ['read_registry']),
    { ...deployToken(2, ['write_registry']), expired: true },
  ],
  '/access_tokens': [
    accessToken(1, { scopes: ['api'], access_level: 40 }),
    accessToken(2, { active: false }),
  ],
  'groups/bank': {
    id: 100,
    name: 'Bank',
    path: 'bank',
    full_path: 'bank',
    web_url: 'https://gitlab.bank.example/groups/bank',
    require_two_factor_authentication: true,
    two_factor_grace_period: 48,
    runners_token: CANARY,
  },
  'groups/bank/members/all': [
    { id: 2, username: 'bob', state: 'active', access_level: 50 },
    { id: 1, username: 'ann', state: 'active', access_level: 30 },
  ],
  'groups/bank/variables': [variable('REGISTRY_TOKEN')],
  'groups/bank/deploy_tokens': [],
  'groups/bank/access_tokens': [
    accessToken(7, { name: 'bot', scopes: ['read_api'], expires_at: null }),
  ],
  '/repository/tree': [
    { id: 'a', name: 'docs', type: 'tree', path: 'docs', mode: '040000' },
    {
      id: 'b',
      name: 'CODEOWNERS',
      type: 'blob',
      path: 'CODEOWNERS',
      mode: '100644',
    },
  ],
  '/repository/files/CODEOWNERS': ownersFile('*.yml @bank/ci\n'),
};

export function ownersFile(text: string, path = 'CODEOWNERS') {
  return {
    file_name: 'CODEOWNERS',
    file_path: path,
    encoding: 'base64',
    content: Buffer.from(text).toString('base64'),
  };
}

function deployToken(id: number, scopes: string[]) {
  return {
    id,
    name: `registry-${id}`,
    username: `gitlab+deploy-token-${id}`,
    token: CANARY,
    expires_at: '2027-02-14T00:00:00.000Z',
    revoked: false,
    expired: false,
    scopes,
  };
}

function accessToken(id: number, fields: Record<string, unknown>) {
  return {
    id,
    name: `release-${id}`,
    token: CANARY,
    revoked: false,
    active: true,
    created_at: '2026-01-10T09:00:00.000Z',
    last_used_at: null,
    scopes: ['read_repository'],
    user_id: 90,
    access_level: 30,
    expires_at: '2026-12-31',
    ...fields,
  };
}
