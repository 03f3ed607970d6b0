import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The ids of evidence, each once, in their order. */
export function listIds(
  evidence: readonly (Evidence | undefined)[],
): Evidence['id'][] {
  return [...new Set(evidence.flatMap(item => item?.id ?? []))];
}
