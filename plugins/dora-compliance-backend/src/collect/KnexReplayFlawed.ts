import type {
  Digest,
  FlawedState,
  Instant,
  QueuedView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/columns';
import { readableDocuments } from '../query/KnexReadableDocuments';
import type { Visibility } from '../query/Visibility';

/** How many documents one transaction queues. */
const BATCH = 500;

/** How many transactions one call makes. */
const BATCHES = 20;

/**
 * Which documents: those that became so until an instant, and say something
 * about assets that may be read. What nothing could be read from is about
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
 * Those that become so anew meanwhile are not taken twice.
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
  const digests: Digest[] = await flawedOf(transaction, of).limit(BATCH);
  await queue(transaction, digests, now);
  return digests.length;
}

/** Those that say something about what may be read; others stay as they are. */
async function replayReadable(
  knex: Knex,
  of: Flawed & { visible: readonly string[] },
  now: Instant,
): Promise<QueuedView> {
  const visible = new Set(of.visible);
  const all: Digest[] = await flawedOf(knex, of).limit(BATCH * BATCHES);
  let queued = 0;
  for (const chunk of inChunks(all, 100)) {
    const digests = await readableDocuments(knex, chunk, visible);
    await knex.transaction(transaction =>
      queue(transaction, digests as Digest[], now),
    );
    queued += digests.length;
  }
  return { queued, more: all.length === BATCH * BATCHES };
}

/** Digests of flawed documents, in the order in which they became so. */
function flawedOf(knex: Knex, { sourceId, state, until }: Flawed) {
  return knex('document_outcome')
    .join('document', 'document.digest', 'document_outcome.document_digest')
    .where('document_outcome.state', state)
    .where('document_outcome.decided_at', '<=', until)
    .where('document.source_id', sourceId)
    .orderBy([
      'document_outcome.decided_at',
      'document_outcome.document_digest',
    ])
    .pluck('document.digest');
}

async function queue(
  transaction: Knex.Transaction,
  digests: readonly Digest[],
  now: Instant,
): Promise<void> {
  if (digests.length > 0) {
    await transaction('document_queue')
      .insert(
        digests.map(digest => ({
          document_digest: digest,
          due_at: now,
          attempts: 0,
        })),
      )
      .onConflict('document_digest')
      .merge();
    await transaction('document_outcome')
      .whereIn('document_digest', digests)
      .delete();
  }
}
