import type { Outcome } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The conclusion of a run, a job or a check, in our words. */
export function toOutcome(conclusion: string | null): Outcome {
  switch (conclusion) {
    case 'success':
    case 'failure':
    case 'cancelled':
    case 'skipped':
      return conclusion;
    case 'timed_out':
    case 'startup_failure':
      return 'failure';
    default:
      return 'other';
  }
}
