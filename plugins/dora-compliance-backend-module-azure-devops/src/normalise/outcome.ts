import type { Outcome } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Results of builds, stages and jobs. Partial success is no success. */
export function toOutcome(result: string | null | undefined): Outcome {
  switch (result?.toLowerCase()) {
    case 'succeeded':
      return 'success';
    case 'failed':
    case 'rejected':
      return 'failure';
    case 'canceled':
    case 'stopped':
      return 'cancelled';
    case 'skipped':
      return 'skipped';
    default:
      return 'other';
  }
}
