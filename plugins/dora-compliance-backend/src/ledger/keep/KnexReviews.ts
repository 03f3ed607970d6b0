import {
  type Day,
  type Evidence,
  isEvidenceOf,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { evidenceFromRow, type EvidenceRow } from './evidenceRow';
import { subjectHash } from './subjectHash';
import { typeNumber } from './typeNumber';

/** The key under which the reviews of an asset are found. */
const toKey = (entityRef: string) =>
  subjectKey({ kind: 'entity', uri: entityRef });

/** Records the latest of some reviews with their assets. */
export async function recordReviews(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<void> {
  for (const item of evidence) {
    if (isEvidenceOf('review-completed', item)) {
      const { entityRef, reviewer } = item.predicate;
      const on: Day = item.observedAt.slice(0, 10);
      await transaction('asset_index')
        .where('entity_ref', entityRef)
        .andWhere(earlier =>
          earlier.whereNull('reviewed_on').orWhere('reviewed_on', '<=', on),
        )
        .update({ reviewed_on: on, reviewed_by: reviewer.login ?? null });
    }
  }
}

/** Assigns existing reviews to assets that are new, or have come back. */
export async function recallReviews(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  const rows: EvidenceRow[] = await transaction('evidence').whereIn(
    'number',
    transaction('evidence_subject')
      .whereIn('subject', entityRefs.map(toKey).map(subjectHash))
      .where('type', typeNumber('review-completed'))
      .select('evidence_number'),
  );
  const inOrder = rows
    .map(evidenceFromRow)
    .sort((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
  await recordReviews(transaction, inOrder);
}
