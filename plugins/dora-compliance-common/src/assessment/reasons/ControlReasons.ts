import type { EvidenceGap } from '../../silence/EvidenceGap';
import type { Verification } from '../../evidence/Verification';
import type { None } from './None';

/**
 * Why a whole control has its status, with the parameters of each sentence.
 *
 * @public
 */
export type ControlReasons = {
  'all-checks-passed': None;
  'all-members-satisfied': { total: number; kind: string };
  'assertion-error': { id: string; detail: string };
  /** `read`: the values that it reads, such as `outcome = "failure"`. */
  'assertion-false': { id: string; read?: string };
  'assertion-true': { id: string; read?: string };
  'value-missing': { id: string; field: string };
  'assessment-failed': None;
  'asset-not-linked': None;
  'does-not-apply': None;
  /** Shown in place of a reason that names an entity hidden from the reader. */
  'entity-not-readable': None;
  'evaluation-failed': { message: string };
  'evidence-gap': {
    source: string;
    from: string;
    to?: string;
    cause: EvidenceGap['cause'];
    /** Further gaps. */
    more?: number;
  };
  'evidence-late': { count: number };
  'evidence-stale': { observedAt: string; days: number };
  'evidence-unverified': { level: Verification; count: number; late?: number };
  'not-yet-assessed': None;
  'not-yet-observed': None;
  'population-empty': { days: number; kind: string };
  /** `finding`: the reason without the acceptance, as text. */
  'risk-accepted': {
    /** The id of the acceptance. */
    acceptance: string;
    person: string;
    /** The other person who confirmed it; absent if nobody had to. */
    confirmedBy?: string;
    until: string;
    rationale: string;
    finding: string;
  };
  'source-silent': None;
};

/**
 * Parameters that the evaluation of a whole control adds to the reason of its
 * worst member.
 *
 * @public
 */
export type OverallParams = {
  /** Members with the same status, of `total`. */
  alike?: number;
  total?: number;
  status?: string;
  /** What the members are, such as `deployment`. */
  kind?: string;
  /** Pieces of evidence that were not counted and could change the result. */
  unproven?: number;
};
