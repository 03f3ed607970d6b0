import {
  type Evidence,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Member } from '../registry/Population';

/**
 * What its source could not read completely can fail a requirement, but can't
 * satisfy it: the part that was not read may be a finding.
 */
export function doubtIncomplete({
  predicate,
}: Evidence): Pick<Member, 'doubt'> {
  return 'complete' in predicate && !predicate.complete
    ? {
        doubt: reason('evidence-incomplete', {
          problem: predicate.problem ?? '',
        }),
      }
    : {};
}
