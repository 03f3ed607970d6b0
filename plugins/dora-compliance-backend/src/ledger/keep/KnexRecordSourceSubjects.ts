import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { listKeys } from './toEvidence';
import { inChunks } from '../../kernel/database/columns';

/** Kinds of subjects that belong to assets, besides the assets themselves. */
const KINDS = ['repository|', 'pipeline|'];

/**
 * Records which repositories and pipelines the sources reported on. Returns the
 * keys on which no source had reported before.
 */
export async function recordSourceSubjects(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<string[]> {
  const heard = new Map<string, { subject_key: string; source_id: string }>();
  for (const item of evidence) {
    for (const key of listKeys(item)) {
      if (KINDS.some(kind => key.startsWith(kind))) {
        const row = { subject_key: key, source_id: item.sourceId };
        heard.set(`${item.sourceId} ${key}`, row);
      }
    }
  }
  const firsts: string[] = [];
  const inOrder = [...heard].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const chunk of inChunks(inOrder)) {
    // Nearly all are known; a select is cheaper than an insert that does
    // nothing.
    const known: { subject_key: string; source_id: string }[] =
      await transaction('source_subject').whereIn(
        'subject_key',
        chunk.map(([, row]) => row.subject_key),
      );
    const isKnown = new Set(
      known.map(row => `${row.source_id} ${row.subject_key}`),
    );
    const fresh = chunk.filter(([id]) => !isKnown.has(id));
    const keys = new Set(known.map(row => row.subject_key));
    firsts.push(
      ...fresh.flatMap(([, { subject_key: key }]) =>
        keys.has(key) ? [] : [key],
      ),
    );
    if (fresh.length > 0) {
      await transaction('source_subject')
        .insert(fresh.map(([, row]) => row))
        .onConflict(['subject_key', 'source_id'])
        .ignore();
    }
  }
  return [...new Set(firsts)];
}
