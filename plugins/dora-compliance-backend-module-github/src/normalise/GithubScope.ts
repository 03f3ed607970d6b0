/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type GithubScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Names of environments that are not production, whatever they are called. */
  nonProductionEnvironments?: readonly string[];
  /** Branches whose pushes are collected, beside the default branch. */
  protectedBranches: readonly string[];
};
