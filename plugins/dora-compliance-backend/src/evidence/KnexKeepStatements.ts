import {
  type Digest,
  type Evidence,
  isAtLeast,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByKeys } from '../assess/KnexMarkDue';
import { noteReviews } from '../asset/KnexReviews';
import { inChunks } from '../database/columns';
import type { KeepStatements } from '../ingest/DocumentStore';
import { evidenceOf, keysOf } from './evidenceOf';
import { noteHeard } from '../silence/KnexNoteHeard';
import { rowFromEvidence } from './evidenceRow';
import { notePipelines } from './KnexPipelineSightings';
import { noteActivity } from './KnexSubjectActivity';

/**
 * Step 3 of the corridor: appends evidence and its subjects and marks what
 * it affects as due. Evidence that is already there changes nothing, unless
 * it is told by somebody who proved more: then its level rises.
 */
export const keepStatements: KeepStatements<Knex.Transaction> = async (
  transaction,
  said,
  now,
) => {
  const evidence = evidenceOf(said, now);
  if (evidence.length === 0) {
    return;
  }
  const added = await appendEvidence(transaction, evidence);
  const fresh = evidence.filter(({ id }) => added.has(id));
  await appendSubjects(transaction, fresh);
  const raised = await raiseLevels(
    transaction,
    evidence.filter(({ id }) => !added.has(id)),
  );
  await notePipelines(transaction, fresh);
  await noteReviews(transaction, fresh);
  await noteHeard(transaction, fresh);
  await noteActivity(transaction, fresh);
  const keys = new Set([...fresh, ...raised].flatMap(keysOf));
  const since = said.map(item => item.since).sort()[0] ?? now;
  await markDueByKeys(transaction, [...keys].sort(), since);
};

async function appendEvidence(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
): Promise<Set<Digest>> {
  const added = new Set<Digest>();
  for (const chunk of inChunks(evidence)) {
    const rows: { id: Digest }[] = await transaction('evidence')
      .insert(chunk.map(rowFromEvidence))
      .onConflict('id')
      .ignore()
      .returning('id');
    rows.forEach(({ id }) => added.add(id));
  }
  return added;
}

async function appendSubjects(
  transaction: Knex.Transaction,
  fresh: readonly Evidence[],
) {
  const subjects = fresh.flatMap(item =>
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
}

/** Notes which known evidence is now held at a higher level than before. */
async function raiseLevels(
  transaction: Knex.Transaction,
  known: readonly Evidence[],
): Promise<Evidence[]> {
  const proven = known.filter(({ verification }) =>
    isAtLeast(verification, 'authenticated'),
  );
  const raised: Evidence[] = [];
  for (const chunk of inChunks(proven)) {
    const rows: { id: Digest; verification: Verification }[] =
      await transaction('held_evidence')
        .whereIn(
          'id',
          chunk.map(({ id }) => id),
        )
        .select('id', 'verification');
    const held = new Map(rows.map(row => [row.id, row.verification]));
    raised.push(
      ...chunk.filter(({ id, verification }) => {
        const level = held.get(id);
        return level !== undefined && !isAtLeast(level, verification);
      }),
    );
  }
  for (const chunk of inChunks(raised)) {
    await transaction('evidence_level')
      .insert(
        chunk.map(
          ({ id, verification, proof, documentDigest, recordedAt }) => ({
            evidence_id: id,
            verification,
            proof,
            document_digest: documentDigest,
            recorded_at: recordedAt,
          }),
        ),
      )
      .onConflict(['evidence_id', 'verification'])
      .ignore();
  }
  return raised;
}
