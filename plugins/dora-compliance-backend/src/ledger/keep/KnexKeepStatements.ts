import {
  type Digest,
  type Evidence,
  type Instant,
  isAboutOrganization,
  isAtLeast,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  markDueByKeys,
  markDueByOrganizations,
  markDueByTypes,
} from '../../due/KnexMarkDue';
import {
  markPastByKeys,
  markPastByOrganizations,
} from '../../due/KnexMarkPast';
import { recordReviews } from './KnexReviews';
import {
  inChunks,
  readNumber,
  type StoredNumber,
} from '../../kernel/database/columns';
import type { NormalisedDocument } from '../DocumentStore';
import { toEvidence, type KeptEvidence, listKeys } from './toEvidence';
import { recordSourceSubjects } from './KnexRecordSourceSubjects';
import { rowFromEvidence } from './evidenceRow';
import { recordPipelines } from './KnexPipelineSightings';
import { recordActivity } from './KnexSubjectActivity';
import { subjectHash } from './subjectHash';
import { typeNumber } from './typeNumber';

/**
 * Step 3 of the corridor: appends evidence and its subjects, and marks the
 * affected pairs as due. Evidence that is already stored does not change,
 * unless its verification level rises.
 */
export async function keepStatements(
  transaction: Knex.Transaction,
  said: readonly NormalisedDocument[],
  now: Instant,
): Promise<void> {
  const evidence = toEvidence(said, now);
  if (evidence.length === 0) {
    return;
  }
  const added = await appendEvidence(transaction, evidence);
  const fresh = evidence.filter(({ id }) => added.has(id));
  await appendSubjects(transaction, fresh, added);
  const raised = await raiseLevels(
    transaction,
    evidence.filter(({ id }) => !added.has(id)),
  );
  await recordPipelines(transaction, fresh);
  await recordReviews(transaction, fresh);
  const firstHeard = await recordSourceSubjects(transaction, fresh);
  await recordActivity(transaction, fresh);
  const since = said.map(item => item.since).sort()[0] ?? now;
  await markDueByEvidence(transaction, [...fresh, ...raised], since);
  // The first report on a repository affects every control.
  await markDueByKeys(transaction, firstHeard.sort(), since);
  await markPastByEvidence(transaction, [...fresh, ...raised], now);
}

/** Past days are computed again if evidence about them arrives later. */
async function markPastByEvidence(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
  now: Instant,
): Promise<void> {
  const today = now.slice(0, 10);
  const past = evidence.filter(({ observedAt }) => observedAt < today);
  const [first] = past.map(({ observedAt }) => observedAt.slice(0, 10)).sort();
  if (first) {
    const isShared = ({ type }: Evidence) => isAboutOrganization(type);
    const own = past.filter(item => !isShared(item));
    await markPastByKeys(transaction, own.flatMap(listKeys), first);
    await markPastByOrganizations(
      transaction,
      past.filter(isShared).flatMap(listKeys),
      first,
    );
  }
}

/** Marks the controls that read the types of new evidence. */
async function markDueByEvidence(
  transaction: Knex.Transaction,
  evidence: readonly Evidence[],
  since: Instant,
): Promise<void> {
  const isShared = ({ type }: Evidence) => isAboutOrganization(type);
  await markDueByTypes(
    transaction,
    groupKeys(evidence.filter(item => !isShared(item))),
    since,
  );
  await markDueByOrganizations(
    transaction,
    groupKeys(evidence.filter(isShared)),
    since,
  );
}

/** The keys of evidence, by the number of its type. */
function groupKeys(evidence: readonly Evidence[]): Map<number, Set<string>> {
  const byType = new Map<number, Set<string>>();
  for (const item of evidence) {
    const number = typeNumber(item.type);
    const keys = byType.get(number) ?? new Set();
    byType.set(number, keys);
    listKeys(item).forEach(key => keys.add(key));
  }
  return byType;
}

/** Returns the numbers of the new ones. */
async function appendEvidence(
  transaction: Knex.Transaction,
  evidence: readonly KeptEvidence[],
): Promise<Map<Digest, number>> {
  const added = new Map<Digest, number>();
  for (const chunk of inChunks(evidence)) {
    const rows: { id: Digest; number: StoredNumber }[] = await transaction(
      'evidence',
    )
      .insert(chunk.map(rowFromEvidence))
      .onConflict('id')
      .ignore()
      .returning(['id', 'number']);
    rows.forEach(({ id, number }) => added.set(id, readNumber(number)));
  }
  return added;
}

async function appendSubjects(
  transaction: Knex.Transaction,
  fresh: readonly Evidence[],
  numbers: ReadonlyMap<Digest, number>,
) {
  const subjects = fresh.flatMap(item =>
    listKeys(item).map(key => ({
      subject: subjectHash(key),
      type: typeNumber(item.type),
      observed_at: item.observedAt,
      evidence_number: numbers.get(item.id),
    })),
  );
  for (const chunk of inChunks(subjects)) {
    await transaction('evidence_subject').insert(chunk);
  }
}

/** Records which known evidence now has a higher level. */
async function raiseLevels(
  transaction: Knex.Transaction,
  known: readonly Evidence[],
): Promise<Evidence[]> {
  const proven = known.filter(({ verification }) =>
    isAtLeast(verification, 'authenticated'),
  );
  const raised: Evidence[] = [];
  for (const chunk of inChunks(proven)) {
    const rows: HeldRow[] = await transaction('held_evidence')
      .whereIn(
        'id',
        chunk.map(({ id }) => id),
      )
      .select('id', 'number', 'verification');
    const held = new Map(rows.map(row => [row.id, row]));
    const higher = chunk.flatMap(item => {
      const row = held.get(item.id);
      return row && !isAtLeast(row.verification, item.verification)
        ? [{ item, number: readNumber(row.number) }]
        : [];
    });
    if (higher.length > 0) {
      await transaction('evidence_level')
        .insert(higher.map(levelRow))
        .onConflict(['evidence_number', 'verification'])
        .ignore();
    }
    raised.push(...higher.map(({ item }) => item));
  }
  return raised;
}

type HeldRow = { id: Digest; number: StoredNumber; verification: Verification };

function levelRow({ item, number }: { item: Evidence; number: number }) {
  return {
    evidence_number: number,
    verification: item.verification,
    proof: item.proof,
    document_digest: item.documentDigest,
    recorded_at: item.recordedAt,
  };
}
