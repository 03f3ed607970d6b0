/**
 * What an installation says about its repositories.
 *
 * @public
 */
export type GitlabScope = {
  /** Names of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Names of environments that are not production, whatever they are called. */
  nonProductionEnvironments?: readonly string[];
  /**
   * Branches whose protection and pushes are collected, beside the default
   * branch. Webhooks report on the pushes to all branches.
   */
  protectedBranches: readonly string[];
  /**
   * Addresses of the GitLab instances, with the path they are installed under.
   * GitLab does not send that path: without this, events that name a group or
   * project by its path alone get the address of the host.
   */
  instances?: readonly string[];
};
