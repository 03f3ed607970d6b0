import type {
  DocumentCounts,
  DocumentOrigin,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { type Refusal, refusalsOfLastDay } from './KnexRefusals';
import { countDocuments, noDocuments } from './KnexDocumentCounts';
import {
  countGaps,
  countTargets,
  queryEach,
  type LatestRound,
  latestRounds,
  noTargets,
} from './KnexTargetFigures';
import { whereOfVisibleAsset } from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';

/** The stored figures of one source. */
export type SourceFigures = {
  /**
   * Set if the figures are limited to assets that a caller may read. Documents
   * are not counted then: it is unknown which asset an unreadable one is about.
   */
  isOfSome?: boolean;
  /**
   * Whether the source reported on one of these assets; absent for all assets.
   */
  wasHeard?: boolean;
  lastDay: DocumentCounts;
  all: DocumentCounts;
  /** Rejected on the last day, most first. */
  refused: readonly Refusal[];
  lastReceivedAt?: Instant;
  /** When the oldest waiting document was received. */
  waitingSince?: Instant;
  /** The time between the latest event and its storage, in milliseconds. */
  recordedAfter?: number;
  targets: {
    all: number;
    read: number;
    incomplete: number;
    /** Targets whose last round did not read all events. */
    uncovered: number;
    expected: number;
    received: number;
    missed: number;
  };
  latestRound?: LatestRound;
  gaps: {
    /** Open, or not closed for all targets, as far as they still can be. */
    open: number;
    /** Targets without a complete round for too long. */
    silent: number;
    silentSince?: Instant;
  };
};

/**
 * The figures of some sources, in seven statements at most, whatever their
 * number. Sums are read from the hourly tallies, never counted in the
 * documents. For callers who may not read all assets, only what belongs to
 * readable assets is counted.
 */
export async function readFigures(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
  visible: Visibility,
): Promise<Map<string, SourceFigures>> {
  if (visible !== 'all') {
    return readFiguresOfSome(knex, ids, now, visible);
  }
  const counts = await countDocuments(knex, ids, now);
  const received = await latestReceived(knex, ids);
  const waiting = await oldestWaiting(knex, ids);
  const targets = await countTargets(knex, ids, visible);
  const rounds = await latestRounds(knex, ids, visible);
  const gaps = await countGaps(knex, ids, now, visible);
  const refused = await refusalsOfLastDay(knex, ids, now);
  return new Map(
    ids.map(id => [
      id,
      {
        ...(counts.get(id) ?? { lastDay: noDocuments(), all: noDocuments() }),
        refused: refused.get(id) ?? [],
        ...received.get(id),
        ...waiting.get(id),
        targets: targets.get(id) ?? noTargets,
        ...rounds.get(id),
        gaps: gaps.get(id) ?? { open: 0, silent: 0 },
      },
    ]),
  );
}

async function readFiguresOfSome(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
  visible: Visibility,
): Promise<Map<string, SourceFigures>> {
  const heard = await findReportingSources(knex, ids, visible);
  const targets = await countTargets(knex, ids, visible);
  const rounds = await latestRounds(knex, ids, visible);
  const gaps = await countGaps(knex, ids, now, visible);
  return new Map(
    ids.map(id => [
      id,
      {
        isOfSome: true,
        wasHeard: heard.has(id),
        lastDay: noDocuments(),
        all: noDocuments(),
        refused: [],
        targets: targets.get(id) ?? noTargets,
        ...rounds.get(id),
        gaps: gaps.get(id) ?? { open: 0, silent: 0 },
      },
    ]),
  );
}

/** Sources that reported on an asset that may be read. */
async function findReportingSources(
  knex: Knex,
  ids: readonly string[],
  visible: Visibility,
): Promise<Set<string>> {
  const heard: string[] = await whereOfVisibleAsset(
    knex('source_subject').whereIn('source_id', ids).distinct('source_id'),
    knex,
    'source_subject.subject_key',
    visible,
  ).pluck('source_id');
  return new Set(heard);
}

async function latestReceived(knex: Knex, ids: readonly string[]) {
  const rows: {
    source_id: string;
    at: StoredInstant;
    observed_at: StoredInstant | null;
    recorded_at: StoredInstant | null;
    origin: DocumentOrigin | null;
  }[] = await queryEach(knex, ids, id =>
    knex('document')
      .where('document.source_id', id)
      .leftJoin(
        knex('evidence')
          .where('evidence.source_id', id)
          .orderBy('recorded_at', 'desc')
          .limit(1)
          .select('document_number', 'observed_at', 'recorded_at')
          .as('newest'),
        knex.raw('true') as never,
      )
      .leftJoin('document AS told', 'told.number', 'newest.document_number')
      .orderBy('document.received_at', 'desc')
      .limit(1)
      .select(
        'document.source_id',
        'document.received_at AS at',
        'newest.observed_at',
        'newest.recorded_at',
        'told.origin',
      ),
  );
  return new Map(
    rows.map(({ source_id, at, observed_at, recorded_at, origin }) => [
      source_id,
      {
        lastReceivedAt: readInstant(at),
        ...(observed_at &&
          recorded_at &&
          // Evidence that is fetched later says nothing about the usual delay.
          origin !== 'back-filled' &&
          origin !== 'fetched' && {
            recordedAfter:
              Date.parse(readInstant(recorded_at)) -
              Date.parse(readInstant(observed_at)),
          }),
      },
    ]),
  );
}

async function oldestWaiting(knex: Knex, ids: readonly string[]) {
  const rows: { source_id: string; at: StoredInstant }[] = await knex(
    'document_queue',
  )
    .join('document', 'document.number', 'document_queue.document_number')
    .whereIn('document.source_id', ids)
    .groupBy('document.source_id')
    .select('document.source_id')
    .min({ at: 'document.received_at' });
  return new Map(
    rows.map(({ source_id, at }) => [
      source_id,
      { waitingSince: readInstant(at) },
    ]),
  );
}
