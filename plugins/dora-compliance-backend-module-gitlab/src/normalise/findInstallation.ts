import { WebAddress } from './fields';

/**
 * Address of the GitLab that sent a delivery. `X-Gitlab-Instance` leaves out
 * the path that GitLab is installed under, which is known from the configured
 * instances alone. Undefined when several could be meant.
 */
export function findInstallation(
  header: string | undefined,
  instances: readonly string[],
): string | undefined {
  const told = WebAddress.safeParse(header).data?.replace(/(?<!\/)\/+$/, '');
  if (!told) {
    return undefined;
  }
  const below = `${told.toLowerCase()}/`;
  const found = instances
    .map(address => address.replace(/(?<!\/)\/+$/, ''))
    .filter(address => `${address.toLowerCase()}/`.startsWith(below));
  return found.length > 1 ? undefined : found[0] ?? told;
}
