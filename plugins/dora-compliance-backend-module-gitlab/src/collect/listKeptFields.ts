/** What is kept of CI variables: everything but values, also hidden ones. */
const VARIABLES = ['key', 'protected', 'masked', 'environment_scope'];

/** What is kept of deploy keys and of tokens: never a key or a token. */
const CREDENTIALS = [
  'id',
  'name',
  'title',
  'scopes',
  'created_at',
  'expires_at',
  'last_used_at',
  'can_push',
  'access_level',
  'active',
  'revoked',
  'expired',
];

/** What is kept of a group, which has a token to register runners. */
const GROUP = ['id', 'full_path', 'require_two_factor_authentication'];

const KEPT: readonly [RegExp, readonly string[]][] = [
  [/\/variables$/, VARIABLES],
  [/\/(?:deploy_keys|deploy_tokens|access_tokens)$/, CREDENTIALS],
  [/^\/groups\/[^/]+$/, GROUP],
];

/** Which fields of the answer to a path are kept; undefined for all. */
export function listKeptFields(path: string): readonly string[] | undefined {
  const [plain = ''] = path.split('?');
  return KEPT.find(([pattern]) => pattern.test(plain))?.[1];
}
