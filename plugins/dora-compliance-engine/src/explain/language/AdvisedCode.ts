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
  | 'branch-read-no-longer'
  | 'build-run-unclear'
  | 'change-commits-incomplete'
  | 'change-commits-unknown'
  | 'change-not-received'
  | 'commit-unknown'
  | 'deployer-unknown'
  | 'deployments-failed-only'
  | 'environment-unclassified'
  | 'evaluation-failed'
  | 'event-never-observed'
  | 'evidence-incomplete'
  | 'evidence-late'
  | 'evidence-stale'
  | 'evidence-unverified'
  | 'exemption-unconfirmed'
  | 'findings-not-reported'
  | 'incident-not-detected'
  | 'incidents-unheard'
  | 'independence-unclear'
  | 'interval-start-unknown'
  | 'merge-content-unproven'
  | 'never-scanned'
  | 'no-run'
  | 'not-yet-assessed'
  | 'not-yet-observed'
  | 'person-unidentified'
  | 'provider-undeclared'
  | 'push-incomplete'
  | 'pusher-unknown'
  | 'release-range-incomplete'
  | 'release-range-unknown'
  | 'run-not-finished'
  | 'run-not-linked'
  | 'source-silent'
  | 'starter-unknown'
  | 'state-not-observed'
  | 'subcontractors-unclear'
  | 'support-unknown'
  | 'value-missing'
>;
