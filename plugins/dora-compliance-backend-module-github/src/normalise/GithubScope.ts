/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type GithubScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Branches whose pushes are collected, beside the default branch. */
  protectedBranches: readonly string[];
};
