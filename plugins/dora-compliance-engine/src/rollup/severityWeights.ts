import type {
  ControlStatus,
  Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How much a control counts, by its severity for an asset: each level twice as
 * much as the one below it.
 *
 * @public
 */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 8,
  high: 4,
  medium: 2,
  low: 1,
};

/**
 * A number of pairs of asset and control with the same status and severity.
 *
 * @public
 */
export type ScoredPairs = {
  status: ControlStatus;
  severity: Severity;
  count: number;
};
