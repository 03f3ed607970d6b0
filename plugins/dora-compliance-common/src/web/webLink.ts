import { z } from 'zod';

/** What parsers of addresses take; this package may not use one itself. */
const Web = z.url({ protocol: /^https?$/ });

/** Browsers and servers take no longer ones for granted. */
const LONGEST = 8000;

/**
 * `http://` or `https://` and the begin of a host, as plain text. Browsers
 * also follow `https:/\host`, `https:host` and schemes with a tab in them;
 * these are no addresses anybody writes.
 */
const ABSOLUTE = /^https?:\/\/[^/?#]/i;

/**
 * White space, control characters, characters that are not shown or turn the
 * direction of the text, half of a surrogate pair, and the backslash, which
 * browsers read as a slash.
 */
const DECEPTIVE = /[\p{Z}\p{C}\\]/u;

/**
 * The address if it may be a link: absolute, with http or https, without a
 * user name or password. Undefined for any other, such as `javascript:`,
 * `data:` and addresses relative to the page. Links come from payloads and
 * catalog files of many people, and run in the session of whoever clicks.
 *
 * @public
 */
export function webLink(address: string | undefined): string | undefined {
  return address !== undefined &&
    address.length <= LONGEST &&
    ABSOLUTE.test(address) &&
    !DECEPTIVE.test(address) &&
    !hasUser(address) &&
    Web.safeParse(address).success
    ? address
    : undefined;
}

/** Also an empty user, as in `https://@host`. */
function hasUser(address: string): boolean {
  const [, , authority = ''] = address.split(/[/?#]/, 3);
  return authority.includes('@');
}
