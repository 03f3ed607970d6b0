import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import {
  whereGapVisible,
  whereOfVisibleAsset,
} from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';
import { sourceDefaults } from '../sourceDefaults';

/** A source without targets. */
export const noTargets = {
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

/** One index lookup for each source, in one statement. */
export function queryEach(
  knex: Knex,
  ids: readonly string[],
  query: (id: string) => Knex.QueryBuilder,
) {
  return knex
    .unionAll(ids.map(id => knex.select('*').from(query(id).as('latest'))))
    .then(rows => rows as any[]);
}

type TargetCounts = Record<keyof typeof noTargets, number | string>;

/** Targets of assets that may be read, and the results of their last rounds. */
export async function countTargets(
  knex: Knex,
  ids: readonly string[],
  visible: Visibility,
) {
  const rows: (TargetCounts & { source_id: string })[] =
    await whereOfVisibleAsset(
      knex('collection_target').whereIn('source_id', ids),
      knex,
      'collection_target.target_key',
      visible,
    )
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

/** The latest round of a target of an asset that may be read. */
export async function latestRounds(
  knex: Knex,
  ids: readonly string[],
  visible: Visibility,
) {
  const rows: {
    source_id: string;
    uri: string;
    last_at: StoredInstant;
    complete: boolean | number;
    problem: string | null;
    clock_skew: number | null;
  }[] = await queryEach(knex, ids, id =>
    whereOfVisibleAsset(
      knex('collection_target').where('source_id', id),
      knex,
      'collection_target.target_key',
      visible,
    )
      .whereNotNull('last_at')
      .orderBy([{ column: 'last_at', order: 'desc' }, 'target_key'])
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

/** Open gaps that may be read. */
export async function countGaps(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
  visible: Visibility,
) {
  const silent = `cause = 'collector-silent' AND to_at IS NULL`;
  const rows: {
    source_id: string;
    open: number | string;
    silent: number | string;
    since: StoredInstant | null;
  }[] = await whereGapVisible(
    knex('source_gap').whereIn('source_id', ids),
    knex,
    visible,
  )
    .whereNull('made_good_at')
    .andWhere(felt =>
      felt
        .whereNull('to_at')
        .orWhere('to_at', '>=', shiftInstant(now, -sourceDefaults.oldestGap)),
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
