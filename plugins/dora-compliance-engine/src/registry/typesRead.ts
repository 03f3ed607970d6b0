import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Needs } from './Needs';

/**
 * The types of evidence that needs name, each once, in one order.
 *
 * @public
 */
export function typesRead({ evidence }: Needs): EvidenceType[] {
  return [...new Set(evidence.flatMap(({ types }) => types))].sort();
}
