import type { ReasonCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Reasons that have advice of their own: each keeps a control from being
 * assessed. Other reasons are about the control; its remediation is the advice.
 * The advice on `evidence-gap` depends on the source.
 *
 * @public
 */
export type AdvisedCode = Extract<
  ReasonCode,
  | 'account-ambiguous'
  | 'approver-access-unknown'
  | 'approver-unidentified'
  | 'assertion-error'
  | 'assessment-failed'
  | 'artifact-contradicted'
  | 'artifact-origin-unknown'
  | 'asset-not-linked'
  | 'author-unlinked'
  | 'baseline-unknown'
  | 'build-run-unclear'
  | 'change-commits-incomplete'
  | 'change-commits-unknown'
  | 'change-not-received'
  | 'commit-unknown'
  | 'deployer-unknown'
  | 'deployments-failed-only'
  | 'environment-unclassified'
  | 'evaluation-failed'
  | 'evidence-late'
  | 'evidence-stale'
  | 'evidence-unverified'
  | 'independence-unclear'
  | 'merge-content-unproven'
  | 'no-run'
  | 'not-yet-assessed'
  | 'not-yet-observed'
  | 'person-unidentified'
  | 'push-incomplete'
  | 'pusher-unknown'
  | 'release-range-incomplete'
  | 'release-range-unknown'
  | 'run-not-finished'
  | 'run-not-linked'
  | 'source-silent'
  | 'starter-unknown'
  | 'subcontractors-unclear'
  | 'support-unknown'
  | 'value-missing'
>;
