/**
 * Marks an environment that the configuration says is not production. It is then
 * classified, whatever its name.
 *
 * @param others - names of environments that are not production, as configured
 * @public
 */
export function markClassified(
  name: string,
  others: readonly string[] | undefined,
): { classified?: true } {
  return others?.includes(name) ? { classified: true } : {};
}
