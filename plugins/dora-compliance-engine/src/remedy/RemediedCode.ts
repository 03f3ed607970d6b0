import type {
  ControlReasons,
  LineageReasons,
  PopulationReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Reasons that are never about a finding.
 *
 * @public
 */
export type FineCode =
  | 'all-checks-passed'
  | 'all-members-satisfied'
  | 'assertion-true'
  | 'deployment-approval-unreported'
  | 'does-not-apply'
  | 'entity-not-readable'
  | 'population-empty'
  // It says which finding was accepted: the remedy is that of the finding.
  | 'risk-accepted'
  | 'no-open-finding'
  | 'no-risk-accepted'
  | 'none-observed'
  | 'nothing-runs'
  | 'owned-by-people';

/**
 * Reasons that are about a finding, beside those of judgements.
 *
 * @public
 */
export type RemediedCode = Exclude<
  keyof (ControlReasons & LineageReasons & PopulationReasons),
  FineCode
>;
