import {
  type EvidenceGap,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { rowFromGap } from '../silence/gapRow';
import type { SourceTarget } from './CollectionStore';
import { targetKey } from './listTargets';

/**
 * Records a gap for each target that is back in the catalog: from its last
 * coverage until now.
 */
export async function recordAbsences(
  knex: Knex,
  targets: readonly SourceTarget[],
  now: Instant,
): Promise<void> {
  for (const chunk of inChunks(targets, 100)) {
    const covered: {
      source_id: string;
      target_key: string;
      until: StoredInstant;
    }[] = await knex('collection_coverage')
      .whereIn('target_key', chunk.map(targetKey))
      .groupBy('source_id', 'target_key')
      .select('source_id', 'target_key')
      .max('to_at as until');
    const gaps = chunk.flatMap(target => {
      const { sourceId, uri } = target;
      const key = targetKey(target);
      const last = covered.find(
        row => row.source_id === sourceId && row.target_key === key,
      );
      const gap: EvidenceGap | undefined = last && {
        sourceId,
        from: readInstant(last.until),
        to: now,
        cause: 'collector-silent',
        detail: writeReason(reason('target-not-in-catalog', { target: uri })),
      };
      return gap ? [rowFromGap(gap, { key, uri })] : [];
    });
    if (gaps.length > 0) {
      await knex('source_gap')
        .insert(gaps)
        .onConflict(['source_id', 'target_key', 'cause', 'from_at'])
        .merge(['to_at', 'detail'])
        // The end of a gap only moves later, whatever the clock of this replica
        // says.
        .where(ends =>
          ends
            .whereNull('source_gap.to_at')
            .orWhere('source_gap.to_at', '<', now),
        );
    }
  }
}
