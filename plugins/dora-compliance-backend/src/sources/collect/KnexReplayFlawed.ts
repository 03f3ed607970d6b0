import type {
  FlawedState,
  Instant,
  QueuedView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks, type StoredNumber } from '../../kernel/database/columns';
import { readableDocuments } from '../../ledger/KnexReadableDocuments';
import { UNCLAIMED } from '../../ledger/normalise/KnexClaimDocuments';
import type { Visibility } from '../../permissions/Visibility';

/** How many documents one transaction queues. */
const BATCH = 500;

/** How many transactions one call runs. */
const BATCHES = 20;

/**
 * Which documents: those that got this state before an instant, and concern
 * assets that may be read. A document from which nothing could be read concerns
 * none.
 */
type Flawed = {
  sourceId: string;
  state: FlawedState;
  until: Instant;
  visible?: Visibility;
};

/**
 * Queues the rejected or partial documents of a source again, batch by batch.
 * Documents that get this state meanwhile are not queued twice.
 */
export async function replayFlawed(
  knex: Knex,
  of: Flawed,
  now: Instant,
): Promise<QueuedView> {
  const { visible = 'all' } = of;
  if (visible !== 'all') {
    return replayReadable(knex, { ...of, visible }, now);
  }
  let queued = 0;
  for (let n = 0; n < BATCHES; n++) {
    const taken = await knex.transaction(transaction =>
      queueSome(transaction, of, now),
    );
    queued += taken;
    if (taken < BATCH) {
      return { queued, more: false };
    }
  }
  return { queued, more: true };
}

async function queueSome(
  transaction: Knex.Transaction,
  of: Flawed,
  now: Instant,
): Promise<number> {
  const flawed = await selectFlawed(transaction, of, BATCH);
  await queue(transaction, flawed, now);
  return flawed.length;
}

/** The documents that concern what may be read; the others do not change. */
async function replayReadable(
  knex: Knex,
  of: Flawed & { visible: Visibility },
  now: Instant,
): Promise<QueuedView> {
  const { visible } = of;
  const all = await selectFlawed(knex, of, BATCH * BATCHES);
  let queued = 0;
  for (const chunk of inChunks(all, 100)) {
    const digests = chunk.map(({ digest }) => digest);
    const found = new Set(await readableDocuments(knex, digests, visible));
    const readable = chunk.filter(({ digest }) => found.has(digest));
    await knex.transaction(transaction => queue(transaction, readable, now));
    queued += readable.length;
  }
  return { queued, more: all.length === BATCH * BATCHES };
}

type FlawedDocument = { number: StoredNumber; digest: string };

/** The first flawed documents, in the order in which they got this state. */
function selectFlawed(
  knex: Knex,
  { sourceId, state, until }: Flawed,
  limit: number,
): Promise<FlawedDocument[]> {
  return (
    knex('document_outcome')
      .join('document', 'document.number', 'document_outcome.document_number')
      .where('document_outcome.state', state)
      // In the order of the index of flawed documents.
      .whereRaw(`document_outcome.state <> 'normalised'`)
      .where('document_outcome.decided_at', '<=', until)
      .where('document.source_id', sourceId)
      .orderBy([
        'document_outcome.decided_at',
        'document_outcome.document_number',
      ])
      .limit(limit)
      .select('document.number', 'document.digest')
  );
}

async function queue(
  transaction: Knex.Transaction,
  documents: readonly FlawedDocument[],
  now: Instant,
): Promise<void> {
  if (documents.length > 0) {
    await transaction('document_queue')
      .insert(
        documents.map(({ number }) => ({
          document_number: number,
          due_at: now,
          attempts: 0,
          ...UNCLAIMED,
        })),
      )
      .onConflict('document_number')
      .merge();
    await transaction('document_outcome')
      .whereIn(
        'document_number',
        documents.map(({ number }) => number),
      )
      .delete();
  }
}
