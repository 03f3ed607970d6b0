import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { earliest } from './calendarDays';

/** When the first of some evidence happened. */
export function findEarliest(
  evidence: readonly (Evidence | undefined)[],
): Instant | undefined {
  return earliest(...evidence.map(item => item?.observedAt));
}
