/**
 * What an installation says about its environments.
 *
 * @public
 */
export type CdeventsScope = {
  /** Ids of environments that are production, beside the usual ones. */
  productionEnvironments: readonly string[];
  /** Names of environments that are not production, whatever they are called. */
  nonProductionEnvironments?: readonly string[];
};
