/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type GitlabScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Branches whose pushes are evidence, beside the default branch. */
  protectedBranches: readonly string[];
};
