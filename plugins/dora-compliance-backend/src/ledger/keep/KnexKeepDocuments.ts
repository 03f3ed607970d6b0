import {
  addDuration,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { classifyFault } from '../../kernel/database/classifyFault';
import {
  isCancelled,
  isUnreachable,
} from '../../kernel/database/isUnreachable';
import type { NormalisedDocument } from '../DocumentStore';
import { UNCLAIMED } from '../normalise/KnexClaimDocuments';
import { keepStatements } from './KnexKeepStatements';
import type { ReadDocument } from '../ClaimedDocument';
import type { Proven } from '../receive/receiveDelivery';
import {
  bounded,
  describeCause,
  nameStatement,
} from '../normalise/readableStatements';

/** Attempts at a document that can't be stored for an unknown reason. */
const MAX_ATTEMPTS = 8;

/** The longest delay between two attempts: 2^8 seconds. */
const MAX_DOUBLINGS = 8;

/** Where and when documents are stored. */
type Keeping = {
  transaction: Knex.Transaction;
  now: Instant;
};

type State = 'normalised' | 'partial' | 'rejected';

/**
 * Stores what all documents say together. If that fails, they are stored one by
 * one, so that one bad document does not block the others. Returns the state of
 * each; undefined if it is retried.
 */
export async function keepDocuments(
  keeping: Keeping,
  batch: readonly ReadDocument[],
): Promise<(State | undefined)[]> {
  try {
    await inSavepoint(keeping, inner => keepAll(inner, batch));
    return batch.map(({ result }) => toState(result));
  } catch (error) {
    if (isUnreachable(error) && !isCancelled(error)) {
      throw error;
    }
  }
  const states: (State | undefined)[] = [];
  let hangs = false;
  const onHang = () => {
    hangs = true;
  };
  for (const one of batch) {
    // After a timeout the other documents are left to the next batch.
    states.push(hangs ? undefined : await keepAlone(keeping, one, onHang));
  }
  return states;
}

function inSavepoint<T>(
  keeping: Keeping,
  work: (inner: Keeping) => Promise<T>,
): Promise<T> {
  return keeping.transaction.transaction(transaction =>
    work({ ...keeping, transaction }),
  );
}

async function keepAll(
  { transaction, now }: Keeping,
  batch: readonly ReadDocument[],
) {
  const said = batch.flatMap(worked =>
    worked.parts.map(({ statements, ...proven }) =>
      normalisedDocument(worked, proven, statements),
    ),
  );
  await keepStatements(transaction, said, now);
  await transaction('document_outcome')
    .insert(batch.map(worked => outcomeRow(worked, now)))
    .onConflict('document_number')
    .merge();
  await transaction('document_queue')
    .whereIn(
      'document_number',
      batch.map(({ number }) => number),
    )
    .delete();
}

function normalisedDocument(
  { number, queued: { document }, since }: ReadDocument,
  proven: Proven,
  statements: readonly Statement[],
): NormalisedDocument {
  return { number, document: { ...document, ...proven }, statements, since };
}

/**
 * A statement that fails because of its values fails at every attempt: it is
 * left out, and the rest is stored. A failure of the database is retried.
 */
async function keepAlone(
  keeping: Keeping,
  worked: ReadDocument,
  onHang: () => void,
): Promise<State | undefined> {
  try {
    await inSavepoint(keeping, inner => keepAll(inner, [worked]));
    return toState(worked.result);
  } catch (error) {
    if (isCancelled(error)) {
      onHang();
    }
    return afterFault(keeping, worked, error);
  }
}

async function afterFault(
  keeping: Keeping,
  worked: ReadDocument,
  error: unknown,
): Promise<State | undefined> {
  const fault = classifyFault(error);
  if (fault === 'data') {
    try {
      return await inSavepoint(keeping, inner => keepRest(inner, worked));
    } catch (other) {
      if (classifyFault(other) !== 'data') {
        return afterFault(keeping, worked, other);
      }
      return reject(keeping, worked, other);
    }
  }
  if (fault === 'unknown' && worked.attempts + 1 >= MAX_ATTEMPTS) {
    return reject(keeping, worked, error);
  }
  await putOff(keeping, worked);
  return undefined;
}

async function putOff(
  { transaction, now }: Keeping,
  { number, attempts }: ReadDocument,
) {
  const seconds = 2 ** Math.min(attempts, MAX_DOUBLINGS);
  await transaction('document_queue')
    .where('document_number', number)
    .update({
      ...UNCLAIMED,
      attempts: attempts + 1,
      due_at: addDuration(now, `PT${seconds}S`),
    });
}

async function reject(keeping: Keeping, worked: ReadDocument, error: unknown) {
  const reason = `The evidence could not be kept: ${describeCause(error)}`;
  const result: Normalised = { outcome: 'rejected', reason };
  await keepAll(keeping, [{ ...worked, result, parts: [] }]);
  return toState(result);
}

/** A statement of a document, its verification level, and its name. */
type Piece = { proven: Proven; statement: Statement; name: string };

/**
 * Stores each statement that can be stored; the others become flaws of the
 * document.
 */
async function keepRest(
  keeping: Keeping,
  worked: ReadDocument,
): Promise<State> {
  const all = worked.parts.flatMap(({ statements, ...proven }) =>
    statements.map((statement, index) => ({
      proven,
      statement,
      name: nameStatement(statement, index, statements.length),
    })),
  );
  const lost = await keepPieces(keeping, worked, all);
  const flaws = bounded(lost);
  const { result } = worked;
  const rest: Normalised =
    lost.length < all.length && result.outcome === 'normalised'
      ? { ...result, flaws: [...(result.flaws ?? []), ...flaws] }
      : { outcome: 'rejected', reason: flaws.join('. ') };
  await keepAll(keeping, [{ ...worked, result: rest, parts: [] }]);
  return toState(rest);
}

/**
 * Bisects statements that can't be stored, until the bad ones are found.
 * Returns the flaws.
 */
async function keepPieces(
  keeping: Keeping,
  worked: ReadDocument,
  pieces: readonly Piece[],
): Promise<string[]> {
  const [first] = pieces;
  if (!first) {
    return [];
  }
  try {
    await inSavepoint(keeping, ({ transaction, now }) =>
      keepStatements(
        transaction,
        pieces.map(({ proven, statement }) =>
          normalisedDocument(worked, proven, [statement]),
        ),
        now,
      ),
    );
    return [];
  } catch (error) {
    if (classifyFault(error) !== 'data') {
      throw error;
    }
    if (pieces.length === 1) {
      return [`${first.name} could not be kept: ${describeCause(error)}`];
    }
    const half = Math.ceil(pieces.length / 2);
    return [
      ...(await keepPieces(keeping, worked, pieces.slice(0, half))),
      ...(await keepPieces(keeping, worked, pieces.slice(half))),
    ];
  }
}

function outcomeRow({ number, result }: ReadDocument, now: Instant) {
  const rejected = result.outcome === 'rejected';
  const flaws = rejected ? [] : result.flaws ?? [];
  return {
    document_number: number,
    state: toState(result),
    // PostgreSQL can't store NUL in text.
    rejection: rejected ? result.reason.replaceAll('\0', '\\0') : null,
    flaws: flaws.length > 0 ? JSON.stringify(flaws) : null,
    decided_at: now,
  };
}

function toState(result: Normalised): State {
  if (result.outcome === 'rejected') {
    return 'rejected';
  }
  return result.flaws?.length ? 'partial' : 'normalised';
}
