import { namesProduction } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type AzureDevOpsScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Names of environments that are not production, whatever they are called. */
  nonProductionEnvironments?: readonly string[];
  /**
   * Branches whose pushes and policies are collected, beside the default
   * branch. Events report on pushes to all branches.
   */
  protectedBranches: readonly string[];
};

export function isProduction(name: string, scope: AzureDevOpsScope): boolean {
  return namesProduction(name, scope.productionEnvironments);
}
