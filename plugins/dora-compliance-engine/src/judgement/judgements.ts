import type {
  Check,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { judgeIndependence } from './independence';
import { judgeOwnership } from './ownership';
import { judgeTraceability } from './traceability';

/** Answers questions about one member of a population. */
export type Judgement = (member: Evidence, index: EvidenceIndex) => Check[];

/** The judgements assertions may name, as `<name>.satisfied`. */
export const judgements = {
  'asset.ownership': judgeOwnership,
  'change.independence': judgeIndependence,
  'change.traceability': judgeTraceability,
} as const satisfies Record<string, Judgement>;

export type JudgementName = keyof typeof judgements;

/** True when all hold, false when one does not, null when one is unknown. */
export function verdictOf(checks: readonly Check[]): boolean | null {
  if (checks.some(({ passed }) => passed === false)) {
    return false;
  }
  return checks.every(({ passed }) => passed === true) ? true : null;
}
