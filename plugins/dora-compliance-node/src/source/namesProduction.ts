/**
 * Whether a name is one of a production environment: `prod`, `Production`,
 * `prod-eu`, `prod2`, or one of those that are named. What anybody calls
 * production counts as such, so that none slips by.
 *
 * @param others - names that are production here, as configured
 * @public
 */
export function namesProduction(
  name: string,
  others: readonly string[],
): boolean {
  return /^prod(uction)?\d*([-_/ .].*)?$/i.test(name) || others.includes(name);
}
