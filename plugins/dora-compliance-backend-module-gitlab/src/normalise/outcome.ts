import type { Outcome } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How a pipeline or job ended, by its status; undefined while it has not.
 */
export function toOutcome(status: string): Outcome | undefined {
  switch (status) {
    case 'success':
    case 'skipped':
      return status;
    case 'failed':
      return 'failure';
    case 'canceled':
      return 'cancelled';
    default:
      return undefined;
  }
}
