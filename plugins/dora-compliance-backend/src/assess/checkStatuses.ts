import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssessmentStore } from './AssessmentStore';

/**
 * Removes statuses that were edited in the database, and logs them: they differ
 * from the assessments, which can't be changed. Returns whether there were any.
 */
export async function checkStatuses(options: {
  assessments: AssessmentStore;
  logger: LoggerService;
  now: Instant;
}): Promise<boolean> {
  const { assessments, logger, now } = options;
  const drifted = await assessments.removeDrifted(now);
  if (drifted.length === 0) {
    return false;
  }
  const pairs = drifted.map(one => `${one.entityRef} ${one.controlId}`);
  logger.error(
    'Statuses in the database differed from the assessments; they are assessed again. Find out who changed them.',
    { count: drifted.length, pairs: pairs.slice(0, 10).join(', ') },
  );
  return true;
}
