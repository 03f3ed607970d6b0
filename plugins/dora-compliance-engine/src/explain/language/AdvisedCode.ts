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
  | 'approver-unidentified'
  | 'assertion-error'
  | 'assessment-failed'
  | 'asset-not-linked'
  | 'author-unlinked'
  | 'change-commits-incomplete'
  | 'commit-unknown'
  | 'deployer-unknown'
  | 'evaluation-failed'
  | 'event-never-observed'
  | 'evidence-incomplete'
  | 'evidence-late'
  | 'evidence-stale'
  | 'evidence-unverified'
  | 'exemption-unconfirmed'
  | 'independence-unclear'
  | 'interval-start-unknown'
  | 'never-scanned'
  | 'not-yet-assessed'
  | 'not-yet-observed'
  | 'person-unidentified'
  | 'provider-undeclared'
  | 'release-range-incomplete'
  | 'release-range-unknown'
  | 'source-silent'
  | 'state-not-observed'
  | 'subcontractors-unclear'
  | 'support-unknown'
  | 'value-missing'
>;
