import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import { keysOf } from './evidenceOf';

/** Kinds of subjects that assets are found by. */
const KINDS = ['entity', 'repository', 'pipeline'];

/** Notes when evidence on the subjects of assets was last recorded. */
export async function noteActivity(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<void> {
  const last = new Map<string, Instant>();
  for (const item of evidence) {
    for (const key of keysOf(item).filter(isOfAssets)) {
      const known = last.get(key);
      if (!known || known < item.recordedAt) {
        last.set(key, item.recordedAt);
      }
    }
  }
  // In one order, so that two transactions can't wait for each other.
  const inOrder = [...last].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const chunk of inChunks(inOrder)) {
    await transaction('subject_activity')
      .insert(
        chunk.map(([subject_key, last_recorded_at]) => ({
          subject_key,
          last_recorded_at,
        })),
      )
      .onConflict('subject_key')
      .merge()
      .whereRaw(
        'subject_activity.last_recorded_at < excluded.last_recorded_at',
      );
  }
}

/** When evidence on an asset was last recorded. */
export async function lastActivity(
  knex: Knex,
  entityRef: string,
): Promise<Instant | undefined> {
  const [row] = await knex('asset_identifier')
    .join(
      'subject_activity',
      'subject_activity.subject_key',
      'asset_identifier.subject_key',
    )
    .where('asset_identifier.entity_ref', entityRef)
    .max<{ at: StoredInstant | null }[]>({
      at: 'subject_activity.last_recorded_at',
    });
  return row?.at ? readInstant(row.at) : undefined;
}

/**
 * Makes the projection anew from the evidence. What is recorded meanwhile is
 * later, and stays.
 */
export async function rebuildActivity(knex: Knex): Promise<void> {
  await knex.transaction(async transaction => {
    await transaction('subject_activity').delete();
    await transaction.raw(`
      INSERT INTO subject_activity (subject_key, last_recorded_at)
      SELECT evidence_subject.subject_key, max(evidence.recorded_at)
      FROM evidence_subject
      JOIN evidence ON evidence.id = evidence_subject.evidence_id
      WHERE ${KINDS.map(
        kind => `evidence_subject.subject_key LIKE '${kind}|%'`,
      ).join(' OR ')}
      GROUP BY evidence_subject.subject_key
      ON CONFLICT (subject_key) DO UPDATE
      SET last_recorded_at = excluded.last_recorded_at
      WHERE subject_activity.last_recorded_at < excluded.last_recorded_at`);
  });
}

function isOfAssets(subjectKey: string): boolean {
  return KINDS.some(kind => subjectKey.startsWith(`${kind}|`));
}
