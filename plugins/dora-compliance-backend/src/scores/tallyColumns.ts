import type { Tally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { readNumber, type StoredNumber } from '../kernel/database/columns';

/** The columns of a tally. */
export const TALLY_COLUMNS = [
  'not_applicable',
  'satisfied',
  'risk_accepted',
  'not_assessed',
  'not_satisfied',
  'assessed_weight',
  'satisfied_weight',
] as const;

/** A tally as columns; sums arrive as text from PostgreSQL, and as null of nothing. */
export type TallyRow = Record<
  (typeof TALLY_COLUMNS)[number],
  StoredNumber | null
>;

/** For `jsonRows`. */
export const tallyKinds = Object.fromEntries(
  TALLY_COLUMNS.map(name => [name, 'integer']),
) as Record<(typeof TALLY_COLUMNS)[number], 'integer'>;

export function tallyToRow({
  statuses,
  assessedWeight,
  satisfiedWeight,
}: Tally) {
  return {
    not_applicable: statuses['not-applicable'],
    satisfied: statuses.satisfied,
    risk_accepted: statuses['risk-accepted'],
    not_assessed: statuses['not-assessed'],
    not_satisfied: statuses['not-satisfied'],
    assessed_weight: assessedWeight,
    satisfied_weight: satisfiedWeight,
  };
}

export function tallyFromRow(row: TallyRow): Tally {
  const read = (name: keyof TallyRow) => readNumber(row[name] ?? 0);
  return {
    statuses: {
      'not-applicable': read('not_applicable'),
      satisfied: read('satisfied'),
      'risk-accepted': read('risk_accepted'),
      'not-assessed': read('not_assessed'),
      'not-satisfied': read('not_satisfied'),
    },
    assessedWeight: read('assessed_weight'),
    satisfiedWeight: read('satisfied_weight'),
  };
}
