/**
 * The questions that judgements ask.
 *
 * @public
 */
export type CheckName =
  | 'approved-by-another-person'
  | 'artifact-identified'
  | 'artifact-origin'
  | 'authors-identified'
  | 'built-by-successful-run'
  | 'change-known'
  | 'classified'
  | 'classified-high-enough'
  | 'deployer-named'
  | 'deployment-allowed'
  | 'environment-classified'
  | 'owner-can-act'
  | 'owner-exists'
  | 'owner-named'
  | 'pipelines-inventoried'
  | 'provider-contract'
  | 'provider-identified'
  | 'provider-named'
  | 'provider-registered'
  | 'provider-services'
  | 'provider-subcontractors'
  | 'record-complete'
  | 'record-usable'
  | 'reviewed-in-time'
  | 'reviewed-since-lowered'
  | 'reviewed-since-major-change'
  | 'supported-or-assessed'
  | 'through-changes';
