import type {
  Digest,
  FlawedState,
  Instant,
  QueuedView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { whereConcernsVisible } from '../query/KnexVisible';
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
  { sourceId, state, until, visible = 'all' }: Flawed,
  now: Instant,
): Promise<number> {
  const flawed = transaction('document_outcome')
    .join('document', 'document.digest', 'document_outcome.document_digest')
    .where('document_outcome.state', state)
    .where('document_outcome.decided_at', '<=', until)
    .where('document.source_id', sourceId)
    .orderBy([
      'document_outcome.decided_at',
      'document_outcome.document_digest',
    ])
    .limit(BATCH);
  const digests: Digest[] = await whereConcernsVisible(
    flawed,
    transaction,
    visible,
  ).pluck('document.digest');
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
  return digests.length;
}
