import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByKeys } from '../assess/KnexMarkDue';
import { noteReviews } from '../asset/KnexReviews';
import { inChunks } from '../database/columns';
import type { KeepStatements } from '../ingest/DocumentStore';
import { evidenceOf, keysOf } from './evidenceOf';
import { rowFromEvidence } from './evidenceRow';
import { notePipelines } from './KnexPipelineSightings';

/**
 * Step 3 of the corridor: appends evidence and its subjects and marks what
 * it affects as due. Evidence that is already there changes nothing.
 */
export const keepStatements: KeepStatements<Knex.Transaction> = async (
  transaction,
  document,
  statements,
  now,
) => {
  const evidence = evidenceOf(document, statements, now);
  if (evidence.length === 0) {
    return;
  }
  const added = new Set<Digest>();
  for (const chunk of inChunks(evidence)) {
    const rows: { id: Digest }[] = await transaction('evidence')
      .insert(chunk.map(rowFromEvidence))
      .onConflict('id')
      .ignore()
      .returning('id');
    rows.forEach(({ id }) => added.add(id));
  }
  const subjects = evidence
    .filter(({ id }) => added.has(id))
    .flatMap(item =>
      keysOf(item).map(key => ({
        subject_key: key,
        evidence_id: item.id,
        type: item.type,
        observed_at: item.observedAt,
      })),
    );
  for (const chunk of inChunks(subjects)) {
    await transaction('evidence_subject').insert(chunk);
  }
  const fresh = evidence.filter(({ id }) => added.has(id));
  await notePipelines(transaction, fresh);
  await noteReviews(transaction, fresh);
  const keys = new Set(subjects.map(subject => subject.subject_key));
  await markDueByKeys(transaction, [...keys], now);
};
