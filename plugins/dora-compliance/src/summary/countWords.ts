import type { ComplianceSummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Statuses = ComplianceSummary['statuses'];

const words: ReadonlyArray<[keyof Statuses, string]> = [
  ['satisfied', 'satisfied'],
  ['not-satisfied', 'not satisfied'],
  ['not-assessed', 'not known'],
  ['risk-accepted', 'with accepted risk'],
  ['not-applicable', 'not applicable'],
];

/**
 * How many controls have each status: `3 satisfied, 1 not satisfied, 2 not
 * known`. Statuses of no control are left out, except satisfied.
 */
export function countWords(statuses: Statuses): string {
  return words
    .filter(([status]) => status === 'satisfied' || statuses[status] > 0)
    .map(([status, text]) => `${statuses[status]} ${text}`)
    .join(', ');
}

/** Where the controls are named that were counted as not known. */
export const unknownLabel = 'Not known, because not assessed';
