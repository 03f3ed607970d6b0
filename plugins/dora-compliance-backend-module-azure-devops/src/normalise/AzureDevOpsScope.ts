/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type AzureDevOpsScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /**
   * Branches whose pushes and policies are evidence, beside the default
   * branch.
   */
  protectedBranches: readonly string[];
};

/** What anybody calls production counts as such, so that none slips by. */
export function isProduction(name: string, scope: AzureDevOpsScope): boolean {
  return (
    /^prod(uction)?([-_/ .].*)?$/i.test(name) ||
    scope.productionEnvironments.includes(name)
  );
}
