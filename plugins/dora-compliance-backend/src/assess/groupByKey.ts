import {
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Evidence by each key of what it is about, in the order given. */
export function groupByKey(
  evidence: readonly Evidence[],
): Map<string, Evidence[]> {
  const byKey = new Map<string, Evidence[]>();
  for (const item of evidence) {
    for (const key of new Set(item.subjects.map(subjectKey))) {
      const group = byKey.get(key) ?? [];
      group.push(item);
      byKey.set(key, group);
    }
  }
  return byKey;
}
