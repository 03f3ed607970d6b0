import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { TargetOfSource } from '../collect/KnexCoverage';

/** The target of a gap that is about one alone. */
const itsTarget = `
  SELECT 1 FROM collection_target
  WHERE collection_target.source_id = source_gap.source_id
    AND collection_target.target_key = source_gap.target_key`;

/** The targets of a gap that is about all of its source. */
const allTargets = `
  SELECT 1 FROM collection_target
  WHERE collection_target.source_id = source_gap.source_id`;

/** Coverage is united, so that one row holds all of a gap or none does. */
const notAskedAbout = `
  NOT EXISTS (
    SELECT 1 FROM collection_coverage
    WHERE collection_coverage.source_id = collection_target.source_id
      AND collection_coverage.target_key = collection_target.target_key
      AND collection_coverage.from_at <= source_gap.from_at
      AND collection_coverage.to_at >= source_gap.to_at)`;

/** Assets a source told of that nobody asks it about. */
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
 * Notes which gaps of the past are made good: those about which every target
 * was asked. Answers how many.
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

/** Notes which gaps of one target alone are made good. */
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
