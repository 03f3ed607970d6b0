/**
 * The token of `Authorization: Bearer` (RFC 6750, 2.1).
 *
 * @public
 */
export function bearerToken(authorization = ''): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
}

/**
 * The password of `Authorization: Basic` (RFC 7617). The user name may be
 * anything, also empty.
 *
 * @public
 */
export function basicPassword(authorization = ''): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(authorization.trim());
  const pair = Buffer.from(encoded?.[1] ?? '', 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : undefined;
}

/**
 * The header `Authorization: Basic` for an account.
 *
 * @public
 */
export function basicAuthorization(
  username: string,
  password: string,
): { authorization: string } {
  const pair = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}
