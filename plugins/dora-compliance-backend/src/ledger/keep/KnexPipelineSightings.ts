import {
  type Evidence,
  isEvidenceOf,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';

/**
 * Records which pipelines evidence is about, so that those in no inventory can
 * be listed without reading all runs.
 */
export async function recordPipelines(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<void> {
  const rows = new Map<string, ReturnType<typeof readSighting>>();
  for (const item of evidence) {
    const row = readSighting(item);
    const known = row && rows.get(row.subject_key);
    if (row) {
      rows.set(row.subject_key, {
        ...row,
        first_seen: earlier(row.first_seen, known?.first_seen),
        last_seen: later(row.last_seen, known?.last_seen),
      });
    }
  }
  // In a fixed order, so that two transactions can't deadlock.
  const keys = [...rows.keys()].sort();
  if (keys.length > 0) {
    const isEmbedded = isSqlite(transaction);
    const [min, max] = isEmbedded ? ['min', 'max'] : ['least', 'greatest'];
    await transaction('pipeline_sighting')
      .insert(keys.map(key => rows.get(key)))
      .onConflict('subject_key')
      .merge({
        first_seen: transaction.raw(
          `${min}(pipeline_sighting.first_seen, excluded.first_seen)`,
        ),
        last_seen: transaction.raw(
          `${max}(pipeline_sighting.last_seen, excluded.last_seen)`,
        ),
      });
  }
}

function readSighting(item: Evidence) {
  const subject = item.subjects.find(({ kind }) => kind === 'pipeline');
  const repository = item.subjects.find(({ kind }) => kind === 'repository');
  return isEvidenceOf('pipeline-run-finished', item) && subject?.uri
    ? {
        subject_key: subjectKey(subject),
        urn: subject.uri,
        // PostgreSQL can't store NUL in text.
        name: item.predicate.pipeline.name.replaceAll('\0', '\\0'),
        repository: repository?.uri ?? '',
        source_id: item.sourceId,
        first_seen: item.observedAt,
        last_seen: item.observedAt,
      }
    : undefined;
}

function earlier<T extends string>(a: T, b: T | undefined): T {
  return b !== undefined && b < a ? b : a;
}

function later<T extends string>(a: T, b: T | undefined): T {
  return b !== undefined && b > a ? b : a;
}
