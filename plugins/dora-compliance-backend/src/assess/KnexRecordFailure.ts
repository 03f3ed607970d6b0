import {
  type Assessment,
  type Digest,
  type Instant,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../kernel/database/columns';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { describeResult } from './describeResult';
import { recordAssessments } from './KnexRecordAssessments';

/** The shortest delay of a retry, in milliseconds. */
export const SHORTEST_WAIT = 60_000;

/** The longest delay of a retry, in milliseconds. */
const LONGEST_WAIT = 60 * 60_000;

/**
 * Records that a pair could not be assessed: its status becomes not assessed.
 * Returns when it is retried; undefined if the control no longer exists. The
 * delay is the time since the first failure, so that it doubles with each
 * retry.
 */
export async function recordFailure(
  transaction: Knex.Transaction,
  pair: { entityRef: string; controlId: string },
  now: Instant,
): Promise<Instant | undefined> {
  const control: { digest: Digest } | undefined = await transaction('control')
    .where('id', pair.controlId)
    .first('digest');
  if (!control) {
    return undefined;
  }
  const failure: Assessment = {
    ...pair,
    controlDigest: control.digest,
    status: 'not-assessed',
    reason: reason('assessment-failed'),
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf: now,
  };
  const since = await failingSince(transaction, failure);
  const failed = since ? Date.parse(now) - Date.parse(since) : 0;
  const wait = Math.min(Math.max(failed, SHORTEST_WAIT), LONGEST_WAIT);
  const retryAt = shiftInstant(now, wait);
  await recordAssessments(transaction, [
    { assessment: { ...failure, validUntil: retryAt } },
  ]);
  return retryAt;
}

/** When the failure was recorded, if the pair still shows it. */
async function failingSince(
  transaction: Knex.Transaction,
  failure: Assessment,
): Promise<Instant | undefined> {
  const shown: { as_of: StoredInstant } | undefined = await transaction(
    'control_status',
  )
    .join('assessment', 'assessment.id', 'control_status.assessment_id')
    .where({
      'control_status.entity_ref': failure.entityRef,
      'control_status.control_id': failure.controlId,
      'control_status.result_digest': describeResult(failure).digest,
    })
    .first('assessment.as_of');
  return shown && readInstant(shown.as_of);
}
