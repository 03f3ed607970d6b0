import type { SourceSecret } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * Which environment workloads belong to, by where they run. A list that is empty
 * matches anything.
 *
 * @public
 */
export type EnvironmentRule = {
  /** The name that pipelines deploy to, e.g. `production`. */
  readonly name: string;
  /** Patterns of clusters. */
  readonly clusters: readonly string[];
  /** Patterns of namespaces. */
  readonly namespaces: readonly string[];
};

/**
 * What decides which environment and which catalog entity a workload belongs to.
 *
 * @public
 */
export type RuntimeScope = {
  /** The first rule that matches counts. */
  readonly environments: readonly EnvironmentRule[];
  /** Names that are production, besides prod and production. */
  readonly productionEnvironments: readonly string[];
  /** Labels or annotations with the name of a component, the best first. */
  readonly entityLabels: readonly string[];
  /** Patterns of namespaces whose pods need not name an entity. */
  readonly ignoredNamespaces: readonly string[];
};

/**
 * How the source is set up.
 *
 * @public
 */
export type RuntimeOptions = RuntimeScope & {
  /** Any of these may come with a delivery, so that they can be rotated. */
  readonly webhookTokens: readonly SourceSecret[];
};
