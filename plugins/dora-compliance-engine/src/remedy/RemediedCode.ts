import type {
  ChangeReasons,
  ControlReasons,
  PopulationReasons,
  RecordReasons,
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
  | 'does-not-apply'
  | 'entity-not-readable'
  | 'population-empty'
  // It says which finding was accepted: the remedy is that of the finding.
  | 'risk-accepted'
  | 'no-open-finding'
  | 'none-observed'
  | 'nothing-runs'
  | 'all-independently-approved'
  | 'all-through-changes'
  | 'artifact-identified'
  | 'artifact-origin-known'
  | 'authors-identified'
  | 'change-known'
  | 'deployment-approved'
  | 'environment-classified'
  | 'independently-approved'
  | 'run-succeeded'
  | 'classified'
  | 'classified-high-enough'
  | 'legacy-assessed'
  | 'no-major-change'
  | 'nothing-classified-above'
  | 'owner-accountable'
  | 'owner-can-act'
  | 'owner-exists'
  | 'owner-is-person'
  | 'owner-named'
  | 'major-change-to-review'
  | 'pipelines-inventoried'
  | 'provider-contract'
  | 'provider-identified'
  | 'provider-named'
  | 'provider-none'
  | 'provider-registered'
  | 'provider-services'
  | 'record-complete'
  | 'record-usable'
  | 'reviewed-in-time'
  | 'reviewed-since-lowered'
  | 'reviewed-since-major-change'
  | 'subcontractors-declared'
  | 'subcontractors-not-needed'
  | 'support-not-applicable'
  | 'supported';

/**
 * Reasons that are about a finding, beside those of judgements.
 *
 * @public
 */
export type RemediedCode = Exclude<
  keyof (ChangeReasons & ControlReasons & PopulationReasons & RecordReasons),
  FineCode
>;
