import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Orders evidence by the time it is about. Of equal times, the one that was recorded
 * later is the later one, so that the order of a list never decides.
 */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return (
    compareTexts(a.observedAt, b.observedAt) ||
    compareTexts(a.recordedAt, b.recordedAt) ||
    compareTexts(a.id, b.id)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
