import {
  type EvidenceGap,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByKeys } from '../../due/KnexMarkDue';
import { rowFromGap } from '../silence/gapRow';
import { closeTargetGaps } from '../silence/KnexCloseGaps';
import type { DueTarget, Round } from './CollectionStore';
import { coverageFrom } from './coverageFrom';
import { addCoverage } from './KnexCoverage';
import { targetKey } from './listTargets';

/**
 * Records a round, its coverage, the events that were missed, and when the
 * target is due again.
 */
export async function finishRound(
  transaction: Knex.Transaction,
  target: DueTarget,
  round: Round,
  next: { dueAt: Instant; lookBackTo: Instant },
): Promise<void> {
  const { sourceId, uri } = target;
  const key = targetKey(target);
  const { startedAt, finishedAt } = round;
  const known = await transaction('collection_target')
    .where({ source_id: sourceId, target_key: key })
    .update(rowFromRound(round, next.dueAt));
  if (known === 0) {
    // The target left the catalog meanwhile.
    return;
  }
  const touched = await transaction('source_gap')
    .where('source_id', sourceId)
    .whereIn('target_key', ['', key])
    .whereNull('made_good_at')
    .first('id');
  if (round.missedFrom) {
    const gap: EvidenceGap = {
      sourceId,
      from: round.missedFrom,
      to: startedAt,
      cause: 'deliveries-missed',
      detail: writeReason(
        reason('target-missed', {
          target: uri,
          missed: round.missed,
          expected: round.expected,
        }),
      ),
    };
    await transaction('source_gap')
      .insert(rowFromGap(gap, { key, uri }))
      .onConflict(['source_id', 'target_key', 'cause', 'from_at'])
      .ignore();
  }
  if (round.covers) {
    const from = coverageFrom(target, next.lookBackTo);
    const of = { sourceId, targetKey: key };
    await addCoverage(transaction, of, { from, to: startedAt });
    await transaction('source_gap')
      .where({ source_id: sourceId, target_key: key })
      .where('cause', 'collector-silent')
      .whereNull('to_at')
      .update({ to_at: startedAt });
    await closeTargetGaps(transaction, of, finishedAt);
  }
  if (touched || round.missedFrom) {
    await markDueByKeys(transaction, [key], finishedAt);
  }
}

function rowFromRound(round: Round, dueAt: Instant) {
  return {
    due_at: dueAt,
    last_at: round.finishedAt,
    ...(round.covers && { last_complete_at: round.startedAt }),
    complete: round.complete,
    covers: round.covers,
    ...(round.comparedTo && { compared_to: round.comparedTo }),
    problem: round.problem ?? null,
    parts: JSON.stringify(round.parts),
    expected: round.expected,
    received: round.received,
    missed: round.missed,
    clock_skew: round.clockSkew ?? null,
  };
}
