import { text } from './configTypes';

/**
 * The address of a server, without a slash at its end. Credentials in it are
 * refused, as addresses are logged.
 *
 * @param credentialKeys - the keys for credentials, as the message names them
 * @public
 */
export function webAddress(credentialKeys: string) {
  return text()
    .refine(
      url => /^https?:\/\//.test(url) && URL.canParse(url),
      'is no address; it must begin with http:// or https://',
    )
    .refine(
      url => !hasCredentials(url),
      `contains a username or password (not shown); remove it from the address and set ${credentialKeys} instead`,
    )
    .transform(url => url.replace(/(?<!\/)\/+$/, ''));
}

function hasCredentials(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return Boolean(parsed?.username || parsed?.password);
}
