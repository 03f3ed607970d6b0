import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { TargetOfSource } from '../collect/KnexCoverage';

/** The target of a gap that is about one target. */
const itsTarget = `
  SELECT 1 FROM collection_target
  WHERE collection_target.source_id = source_gap.source_id
    AND collection_target.target_key = source_gap.target_key`;

/** The targets of a gap that is about a whole source. */
const allTargets = `
  SELECT 1 FROM collection_target
  WHERE collection_target.source_id = source_gap.source_id`;

/** Coverage is merged, so that one row covers all of a gap or none does. */
const notAskedAbout = `
  NOT EXISTS (
    SELECT 1 FROM collection_coverage
    WHERE collection_coverage.source_id = collection_target.source_id
      AND collection_coverage.target_key = collection_target.target_key
      AND collection_coverage.from_at <= source_gap.from_at
      AND collection_coverage.to_at >= source_gap.to_at)`;

/** Assets that a source reported on and that are no target of it. */
const unaskedAsset = `
  SELECT 1 FROM source_subject
  JOIN asset_identifier
    ON asset_identifier.subject_key = source_subject.subject_key
  WHERE source_subject.source_id = source_gap.source_id
    AND NOT EXISTS (
      SELECT 1 FROM collection_target
      WHERE collection_target.source_id = source_subject.source_id
        AND collection_target.target_key = source_subject.subject_key)`;

/**
 * Marks past gaps as closed if all their targets are covered. Returns how many.
 */
export async function closeGaps(knex: Knex, now: Instant): Promise<number> {
  const ofAll = await closeCovered(knex, now, allTargets)
    .where('target_key', '')
    .whereRaw(`NOT EXISTS (${unaskedAsset})`);
  const ofOne = await closeCovered(knex, now, itsTarget).whereNot(
    'target_key',
    '',
  );
  return ofAll + ofOne;
}

/** Marks gaps of one target as closed. */
export async function closeTargetGaps(
  knex: Knex,
  { sourceId, targetKey }: TargetOfSource,
  now: Instant,
): Promise<void> {
  await closeCovered(knex, now, itsTarget)
    .where('source_id', sourceId)
    .where('target_key', targetKey);
}

function closeCovered(knex: Knex, now: Instant, targets: string) {
  return knex('source_gap')
    .whereNull('made_good_at')
    .whereNotNull('to_at')
    .whereRaw(`EXISTS (${targets})`)
    .whereRaw(`NOT EXISTS (${targets} AND ${notAskedAbout})`)
    .update({ made_good_at: now });
}
