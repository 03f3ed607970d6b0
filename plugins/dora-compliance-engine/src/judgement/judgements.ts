import type {
  Check,
  Evidence,
  EvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { judgeIndependence } from './independence';
import { judgeOwnership } from './ownership';
import { judgeTraceability } from './traceability';

/** Answers questions about one member of a population. */
export type Judgement = (member: Evidence, index: EvidenceIndex) => Check[];

/**
 * The judgements assertions may name, as `<name>.satisfied`.
 *
 * @public
 */
export type JudgementName =
  | 'asset.ownership'
  | 'change.independence'
  | 'change.traceability';

/** The function behind each judgement. */
export const judgements: Readonly<Record<JudgementName, Judgement>> = {
  'asset.ownership': judgeOwnership,
  'change.independence': judgeIndependence,
  'change.traceability': judgeTraceability,
};

/** The type of evidence each judgement can be asked about. */
export const judgedEvidence: Readonly<Record<JudgementName, EvidenceType>> = {
  'asset.ownership': 'ownership-observed',
  'change.independence': 'service-deployed',
  'change.traceability': 'service-deployed',
};

/**
 * True when all hold, false when one does not, null when one is unknown or
 * nothing was asked.
 */
export function verdictOf(checks: readonly Check[]): boolean | null {
  if (checks.some(({ passed }) => passed === false)) {
    return false;
  }
  return checks.length > 0 && checks.every(({ passed }) => passed === true)
    ? true
    : null;
}
