import {
  type IctAsset,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByKeys } from '../../due/KnexMarkDue';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { firstOfEach } from '../../kernel/database/firstOfEach';
import { lockRows } from '../../kernel/database/lockRows';
import { subjectHash } from '../../ledger/keep/subjectHash';
import type {
  CollectionStore,
  DueTarget,
  Round,
  SourceTarget,
} from './CollectionStore';
import { recordAbsences } from './KnexRecordAbsences';
import { finishRound } from './KnexFinishRound';
import { whereOfVisibleAsset } from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';
import { targetKey } from './listTargets';

/** How many assets are read at once. */
const PAGE = 500;

type TargetRow = {
  source_id: string;
  target_key: string;
  kind: DueTarget['kind'];
  uri: string;
  added_at: StoredInstant;
  last_complete_at: StoredInstant | null;
  compared_to: StoredInstant | null;
};

/** Targets in the database of the plugin. */
export class KnexCollectionStore implements CollectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async *assets(): AsyncIterable<IctAsset[]> {
    for (let after = ''; ; ) {
      const rows: { entity_ref: string; record: string }[] = await this.#knex(
        'asset',
      )
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE)
        .select('entity_ref', 'record');
      const last = rows.at(-1);
      if (!last) {
        return;
      }
      yield rows.map(({ record }) => JSON.parse(record));
      after = last.entity_ref;
    }
  }

  async setTargets(
    targets: readonly SourceTarget[],
    now: Instant,
  ): Promise<void> {
    const wanted = new Map(targets.map(target => [toKey(target), target]));
    const known: TargetRow[] = await this.#knex('collection_target').select(
      'source_id',
      'target_key',
      'uri',
    );
    const sameUri = new Set(
      known
        .filter(row => wanted.get(idOfRow(row))?.uri === row.uri)
        .map(idOfRow),
    );
    const changed = [...wanted].filter(([id]) => !sameUri.has(id));
    const ids = new Set(known.map(idOfRow));
    const added = changed.filter(([id]) => !ids.has(id));
    await recordAbsences(
      this.#knex,
      added.map(([, target]) => target),
      now,
    );
    for (const chunk of inChunks(changed, 100)) {
      await this.#knex('collection_target')
        .insert(chunk.map(([, target]) => newRow(target, now)))
        .onConflict(['source_id', 'target_key'])
        .merge(['uri']);
    }
    const gone = known.filter(row => !wanted.has(idOfRow(row)));
    for (const chunk of inChunks(gone, 100)) {
      await this.#knex.transaction(transaction =>
        forget(transaction, chunk, now),
      );
    }
  }

  async take(
    options: Parameters<CollectionStore['take']>[0],
  ): Promise<DueTarget[]> {
    const { limit, now, until, resting = [] } = options;
    return this.#knex.transaction(async transaction => {
      const rows: TargetRow[] = await lockRows(
        transaction,
        transaction('collection_target')
          .where('due_at', '<=', now)
          .whereNotIn('source_id', resting)
          .orderBy(['due_at', 'source_id', 'target_key'])
          .limit(limit),
      );
      for (const { source_id, target_key } of rows) {
        await transaction('collection_target')
          .where({ source_id, target_key })
          .update({ due_at: until });
      }
      return rows.map(dueTargetFromRow);
    });
  }

  finish(
    target: DueTarget,
    round: Round,
    next: { dueAt: Instant; lookBackTo: Instant },
  ): Promise<void> {
    return this.#knex.transaction(transaction =>
      finishRound(transaction, target, round, next),
    );
  }

  async waitingSince(
    sourceId: string,
    since: Instant,
  ): Promise<Instant | undefined> {
    const [row] = await this.#knex('document_queue')
      .join('document', 'document.number', 'document_queue.document_number')
      .where('document.source_id', sourceId)
      .whereIn('document.origin', ['pushed', 'fetched'])
      .where('document.received_at', '>=', since)
      .min<{ at: StoredInstant | null }[]>({ at: 'document.received_at' });
    return row?.at ? readInstant(row.at) : undefined;
  }

  async findReportedBefore(
    subjectKeys: readonly string[],
    before: Instant,
  ): Promise<Set<string>> {
    // The first row of each key is enough, however much evidence it has.
    const firsts = await firstOfEach<string, object>(
      this.#knex,
      subjectKeys,
      key =>
        this.#knex('evidence_subject')
          .join(
            'evidence',
            'evidence.number',
            'evidence_subject.evidence_number',
          )
          .join('document', 'document.number', 'evidence.document_number')
          .where('evidence_subject.subject', subjectHash(key))
          .whereIn('document.origin', ['pushed', 'fetched'])
          .where('document.received_at', '<', before)
          .select('document.number'),
    );
    return new Set(subjectKeys.filter((_, place) => firsts[place]));
  }

  async collectNow(
    sourceId: string,
    target: string | undefined,
    now: Instant,
    visible: Visibility = 'all',
  ): Promise<number> {
    const query = whereOfVisibleAsset(
      this.#knex('collection_target').where('source_id', sourceId),
      this.#knex,
      'collection_target.target_key',
      visible,
    ).update({ due_at: now });
    return target === undefined ? query : query.where('uri', target);
  }
}

function toKey(target: SourceTarget): string {
  return `${target.sourceId} ${targetKey(target)}`;
}

function idOfRow({ source_id, target_key }: TargetRow): string {
  return `${source_id} ${target_key}`;
}

function newRow(target: SourceTarget, now: Instant) {
  return {
    source_id: target.sourceId,
    target_key: targetKey(target),
    kind: target.kind,
    uri: target.uri,
    added_at: now,
    due_at: now,
  };
}

function dueTargetFromRow(row: TargetRow): DueTarget {
  return {
    sourceId: row.source_id,
    kind: row.kind,
    uri: row.uri,
    addedAt: readInstant(row.added_at),
    ...(row.last_complete_at && {
      lastCompleteAt: readInstant(row.last_complete_at),
    }),
    ...(row.compared_to && { comparedTo: readInstant(row.compared_to) }),
  };
}

/** A target that left the catalog is not polled, so it can't be silent. */
async function forget(
  transaction: Knex.Transaction,
  rows: readonly TargetRow[],
  now: Instant,
) {
  for (const { source_id, target_key } of rows) {
    const of = { source_id, target_key };
    await transaction('collection_target').where(of).delete();
    await transaction('backfill')
      .where(of)
      .whereNotNull('next_at')
      .update({
        state: 'failed',
        problem: writeReason(reason('target-left-catalog')),
        next_at: null,
        finished_at: now,
      });
    await transaction('source_gap')
      .where(of)
      .whereNull('to_at')
      .update({ to_at: now });
  }
  const keys = rows.map(({ target_key }) => target_key);
  await markDueByKeys(transaction, [...new Set(keys)].sort(), now);
}
