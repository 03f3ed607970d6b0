import type { OperationsScope } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** What an installation says about its incidents. */
export type JiraScope = OperationsScope & {
  /** Types of issues that are incidents. */
  readonly incidentTypes: readonly string[];
  /** Fields whose values classify an incident, by their names. */
  readonly classificationFields: readonly string[];
  /** What precedes the entity in a label. */
  readonly entityLabelPrefixes: readonly string[];
};
