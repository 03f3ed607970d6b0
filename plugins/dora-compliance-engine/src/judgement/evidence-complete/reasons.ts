import { createReasons } from '../../registry/createReasons';

/**
 * What there has to be evidence of, one for each verb of DORA 9(4)(e), in their order
 * of the law.
 */
export type Step =
  | 'change-record'
  | 'test-result'
  | 'assessment-record'
  | 'approval-record'
  | 'run-record'
  | 'verification-result';

/** Why there is, or is not, evidence of a step of a deployment. */
export type EvidenceReasons = {
  'evidence-exists': { step: string; at: string };
  'evidence-missing': { step: string };
  'evidence-not-due': { step: string; until: string };
  'evidence-not-reported': { step: string };
};

export const reason = createReasons<EvidenceReasons>();
