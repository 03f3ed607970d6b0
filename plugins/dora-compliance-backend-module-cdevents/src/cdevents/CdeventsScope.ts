/**
 * What an installation says about its environments.
 *
 * @public
 */
export type CdeventsScope = {
  /** Ids of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
};
