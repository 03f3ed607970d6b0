/** What is kept of a refusal. */
const REFUSAL = ['message', 'status'];

/** What is kept of secrets: never their values, which GitHub does not return today. */
const SECRETS = [
  ...REFUSAL,
  'total_count',
  'secrets',
  'name',
  'created_at',
  'updated_at',
];

/** What is kept of deploy keys: never the key. */
const KEYS = [
  ...REFUSAL,
  'id',
  'title',
  'read_only',
  'created_at',
  'added_by',
  'last_used',
  'enabled',
];

/** Which fields of the answer to a path are kept; undefined for all. */
export function listKeptFields(path: string): readonly string[] | undefined {
  const [plain = ''] = path.split('?');
  if (/\/(?:secrets|organization-secrets)$/.test(plain)) {
    return SECRETS;
  }
  return /^\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)\/keys$/.test(plain)
    ? KEYS
    : undefined;
}
