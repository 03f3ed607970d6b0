import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  inChunks,
  readInstant,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { isSqlite } from '../../kernel/database/isSqlite';
import { listKeys } from './toEvidence';
import { evidenceFromRow, type EvidenceRow } from './evidenceRow';

/** Kinds of subjects that assets are found by. */
const KINDS = ['entity|', 'repository|', 'pipeline|'];

type ActivityRow = {
  subject_key: string;
  first_observed_at: Instant;
  last_recorded_at: Instant;
};

/**
 * Records the time span of the evidence on the subjects of assets, so that
 * pages need not search all of it.
 */
export async function recordActivity(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<void> {
  const rows = new Map<string, ActivityRow>();
  for (const item of evidence) {
    for (const key of listKeys(item)) {
      if (KINDS.some(kind => key.startsWith(kind))) {
        rows.set(key, joined(key, item, rows.get(key)));
      }
    }
  }
  // In a fixed order, so that two transactions can't deadlock.
  const keys = [...rows.keys()].sort();
  const [min, max] = isSqlite(transaction)
    ? ['min', 'max']
    : ['least', 'greatest'];
  const extreme = (of: string, column: keyof ActivityRow) =>
    transaction.raw(`${of}(subject_activity.${column}, excluded.${column})`);
  for (const chunk of inChunks(keys)) {
    await transaction('subject_activity')
      .insert(chunk.map(key => rows.get(key)))
      .onConflict('subject_key')
      .merge({
        first_observed_at: extreme(min!, 'first_observed_at'),
        last_recorded_at: extreme(max!, 'last_recorded_at'),
      });
  }
}

function joined(
  key: string,
  { observedAt, recordedAt }: Evidence,
  known: ActivityRow | undefined,
): ActivityRow {
  const first = known?.first_observed_at;
  const last = known?.last_recorded_at;
  return {
    subject_key: key,
    first_observed_at: first && first < observedAt ? first : observedAt,
    last_recorded_at: last && last > recordedAt ? last : recordedAt,
  };
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

/** How many pieces of evidence are read at once to rebuild the projection. */
const PIECES = 1000;

/** Rebuilds the projection from all evidence. */
export async function rebuildActivity(knex: Knex): Promise<void> {
  await knex.transaction(async transaction => {
    await transaction('subject_activity').delete();
    let after: StoredNumber = 0;
    for (;;) {
      const rows: (EvidenceRow & { number: StoredNumber })[] =
        await transaction('evidence')
          .where('number', '>', after)
          .orderBy('number')
          .limit(PIECES);
      const last = rows.at(-1);
      if (!last) {
        return;
      }
      await recordActivity(transaction, rows.map(evidenceFromRow));
      after = last.number;
    }
  });
}
