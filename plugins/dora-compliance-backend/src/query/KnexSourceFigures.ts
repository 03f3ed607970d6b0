import type {
  DocumentCounts,
  DocumentOrigin,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../database/columns';
import { type Refusal, refusalsOfLastDay } from '../ingest/KnexRefusals';
import { later } from '../worker/later';
import { countDocuments, noDocuments } from './KnexDocumentCounts';

/** What no back-fill reaches any more is past help. */
const REACH = 400 * 24 * 60 * 60_000;

const noTargets = {
  all: 0,
  read: 0,
  incomplete: 0,
  uncovered: 0,
  expected: 0,
  received: 0,
  missed: 0,
};

/** The latest round of any target of a source. */
export type LatestRound = {
  at: Instant;
  target: string;
  complete: boolean;
  problem?: string;
  clockSkew?: number;
};

/** What the tables say of one source. */
export type SourceFigures = {
  lastDay: DocumentCounts;
  all: DocumentCounts;
  /** Turned away on the last day, most first. */
  refused: readonly Refusal[];
  lastReceivedAt?: Instant;
  /** When the oldest document that waits was received. */
  waitingSince?: Instant;
  /** From when the latest evidence happened until it was kept, milliseconds. */
  recordedAfter?: number;
  targets: {
    all: number;
    read: number;
    incomplete: number;
    /** Those of which the last round did not read all that happened. */
    uncovered: number;
    expected: number;
    received: number;
    missed: number;
  };
  latestRound?: LatestRound;
  gaps: {
    /** Lasting, or not made good for all targets, as far as can be helped. */
    open: number;
    /** Targets nobody could read whole for too long. */
    silent: number;
    silentSince?: Instant;
  };
};

/**
 * How each of some sources is, in seven statements whatever their number. Sums
 * are read from the hourly tallies, never counted in the documents.
 */
export async function readFigures(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
): Promise<Map<string, SourceFigures>> {
  const counts = await countDocuments(knex, ids, now);
  const received = await latestReceived(knex, ids);
  const waiting = await oldestWaiting(knex, ids);
  const targets = await countTargets(knex, ids);
  const rounds = await latestRounds(knex, ids);
  const gaps = await countGaps(knex, ids, now);
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

/** One look into an index for each source, put together in one statement. */
function eachOf(
  knex: Knex,
  ids: readonly string[],
  query: (id: string) => Knex.QueryBuilder,
) {
  return knex
    .unionAll(ids.map(id => knex.select('*').from(query(id).as('latest'))))
    .then(rows => rows as any[]);
}

async function latestReceived(knex: Knex, ids: readonly string[]) {
  const rows: {
    source_id: string;
    at: StoredInstant;
    observed_at: StoredInstant | null;
    recorded_at: StoredInstant | null;
    origin: DocumentOrigin | null;
  }[] = await eachOf(knex, ids, id =>
    knex('document')
      .where('document.source_id', id)
      .leftJoin(
        knex('evidence')
          .where('evidence.source_id', id)
          .orderBy('recorded_at', 'desc')
          .limit(1)
          .select('document_digest', 'observed_at', 'recorded_at')
          .as('newest'),
        knex.raw('true') as never,
      )
      .leftJoin('document AS told', 'told.digest', 'newest.document_digest')
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
          // What is fetched afterwards says nothing of the usual delay.
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
    .join('document', 'document.digest', 'document_queue.document_digest')
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

type TargetCounts = Record<keyof typeof noTargets, number | string>;

async function countTargets(knex: Knex, ids: readonly string[]) {
  const rows: (TargetCounts & { source_id: string })[] = await knex(
    'collection_target',
  )
    .whereIn('source_id', ids)
    .groupBy('source_id')
    .select(
      'source_id',
      knex.raw('COUNT(*) AS "all"'),
      knex.raw('COUNT(last_at) AS "read"'),
      knex.raw('SUM(expected) AS expected'),
      knex.raw('SUM(received) AS received'),
      knex.raw('SUM(missed) AS missed'),
      knex.raw(
        'SUM(CASE WHEN last_at IS NULL OR complete THEN 0 ELSE 1 END) AS incomplete',
      ),
      knex.raw(
        'SUM(CASE WHEN last_at IS NULL OR covers THEN 0 ELSE 1 END) AS uncovered',
      ),
    );
  return new Map(
    rows.map(row => [
      row.source_id,
      {
        all: Number(row.all),
        read: Number(row.read),
        incomplete: Number(row.incomplete),
        uncovered: Number(row.uncovered),
        expected: Number(row.expected),
        received: Number(row.received),
        missed: Number(row.missed),
      },
    ]),
  );
}

async function latestRounds(knex: Knex, ids: readonly string[]) {
  const rows: {
    source_id: string;
    uri: string;
    last_at: StoredInstant;
    complete: boolean | number;
    problem: string | null;
    clock_skew: number | null;
  }[] = await eachOf(knex, ids, id =>
    knex('collection_target')
      .where('source_id', id)
      .whereNotNull('last_at')
      .orderBy('last_at', 'desc')
      .limit(1)
      .select(
        'source_id',
        'uri',
        'last_at',
        'complete',
        'problem',
        'clock_skew',
      ),
  );
  return new Map(
    rows.map(row => {
      const latestRound: LatestRound = {
        at: readInstant(row.last_at),
        target: row.uri,
        complete: Boolean(row.complete),
        ...(row.problem !== null && { problem: row.problem }),
        ...(row.clock_skew !== null && { clockSkew: row.clock_skew }),
      };
      return [row.source_id, { latestRound }];
    }),
  );
}

async function countGaps(knex: Knex, ids: readonly string[], now: Instant) {
  const silent = `cause = 'collector-silent' AND to_at IS NULL`;
  const rows: {
    source_id: string;
    open: number | string;
    silent: number | string;
    since: StoredInstant | null;
  }[] = await knex('source_gap')
    .whereIn('source_id', ids)
    .whereNull('made_good_at')
    .andWhere(felt =>
      felt.whereNull('to_at').orWhere('to_at', '>=', later(now, -REACH)),
    )
    .groupBy('source_id')
    .select(
      'source_id',
      knex.raw('COUNT(*) AS open'),
      knex.raw(`SUM(CASE WHEN ${silent} THEN 1 ELSE 0 END) AS silent`),
      knex.raw(`MIN(CASE WHEN ${silent} THEN from_at END) AS since`),
    );
  return new Map(
    rows.map(({ source_id, open, silent: n, since }) => [
      source_id,
      {
        open: Number(open),
        silent: Number(n),
        ...(since && { silentSince: readInstant(since) }),
      },
    ]),
  );
}
