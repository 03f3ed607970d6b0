import type {
  EvidenceGap,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  GapClosing,
  GapWork,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { coverageFrom } from '../../sources/collect/coverageFrom';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { firstOfEach } from '../../kernel/database/firstOfEach';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

type WorkRow = { requested_at: StoredInstant; problem: string | null };

type TargetRow = {
  added_at: StoredInstant;
  last_at: StoredInstant | null;
  last_complete_at: StoredInstant | null;
  covers: boolean | number | null;
  problem: string | null;
};

/** A gap, and the keys of the targets that matter; all of its source if absent. */
type GapToClose = Pick<EvidenceGap, 'sourceId' | 'from' | 'to'> & {
  keys?: readonly string[];
};

/** Returns how gaps are closed: queued work, and what went wrong. */
export class KnexGapClosing {
  readonly #knex: Knex;
  readonly #sources: ReadonlyMap<string, SourceKinds>;
  readonly #lookBack: number;

  constructor(options: {
    knex: Knex;
    sources: ReadonlyMap<string, SourceKinds>;
    /** How far back rounds read, in milliseconds. */
    lookBack: number;
  }) {
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#lookBack = options.lookBack;
  }

  /**
   * How each gap is closed. Four statements, however many gaps a page has. The
   * reason why a delivery log could not be read may name any repository of its
   * source, so that it is shown only to callers who may read all assets.
   */
  async ofAll(
    gaps: readonly GapToClose[],
    now: Instant,
    { withLogProblems }: { withLogProblems: boolean },
  ): Promise<GapClosing[]> {
    if (gaps.length === 0) {
      return [];
    }
    const first = <TRow extends object>(
      buildQuery: (gap: GapToClose) => Knex.QueryBuilder,
    ) => firstOfEach<GapToClose, TRow>(this.#knex, gaps, buildQuery);
    const logs = await first<WorkRow>(gap => this.#logRead(gap));
    const failedLogs = await first<{ problem: string }>(gap =>
      this.#failedLogRead(gap),
    );
    const backfills = await first<WorkRow>(gap => this.#backfill(gap));
    const targets = await first<TargetRow>(gap => this.#target(gap));
    return gaps.map((gap, place) => {
      const target = targets[place];
      const round = target && this.#findRound(target, gap, now);
      const failed = target?.last_at && !target.covers && target.problem;
      return this.#closing(
        gap,
        [
          ...toWork('delivery-log', logs[place]).map(work =>
            withLogProblems ? work : withoutProblem(work),
          ),
          ...(round ? [round] : []),
          ...toWork('backfill', backfills[place]),
        ],
        failed || (withLogProblems ? failedLogs[place]?.problem : undefined),
      );
    });
  }

  #closing(
    { sourceId, from, to }: GapToClose,
    work: readonly GapWork[],
    problem: string | undefined,
  ): GapClosing {
    const kinds = this.#sources.get(sourceId);
    return {
      sourceId,
      from,
      ...(to && { to }),
      ...(kinds?.off && { off: kinds.off.reason }),
      collects: kinds?.collects ?? false,
      ...(kinds?.askedWith && { askedWith: kinds.askedWith }),
      // Work that failed before comes last.
      work: [
        ...work.filter(one => one.problem === undefined),
        ...work.filter(one => one.problem !== undefined),
      ],
      ...(problem !== undefined && { problem }),
    };
  }

  /** The reading of the log that was queued first. */
  #logRead({ sourceId, from }: GapToClose): Knex.QueryBuilder {
    return this.#knex('delivery_log_read')
      .where('source_id', sourceId)
      .whereNotNull('next_at')
      .where('since', '<=', from)
      .orderBy('requested_at')
      .select('requested_at', 'problem');
  }

  /** The latest finished reading of the log that could not read all. */
  #failedLogRead({ sourceId, from }: GapToClose): Knex.QueryBuilder {
    return this.#knex('delivery_log_read')
      .where('source_id', sourceId)
      .whereNull('next_at')
      .whereNotNull('problem')
      .where('since', '<=', from)
      .orderBy('requested_at', 'desc')
      .select('problem');
  }

  /** The backfill that was queued first. */
  #backfill({ sourceId, from, keys }: GapToClose): Knex.QueryBuilder {
    const query = this.#knex('backfill')
      .where('source_id', sourceId)
      .whereNotNull('next_at')
      .where('since', '<=', from)
      .orderBy('requested_at')
      .select('requested_at', 'problem');
    return keys ? query.whereIn('target_key', keys) : query;
  }

  /** A relevant target: a failing one if there is one. */
  #target({ sourceId, keys }: GapToClose): Knex.QueryBuilder {
    const query = this.#knex('collection_target')
      .where('source_id', sourceId)
      .orderByRaw('CASE WHEN covers THEN 1 ELSE 0 END')
      .orderBy('last_at')
      .select('added_at', 'last_at', 'last_complete_at', 'covers', 'problem');
    return keys ? query.whereIn('target_key', keys) : query;
  }

  /** The next round, if it reads back to the start of the gap. */
  #findRound(
    row: TargetRow,
    { from, to }: GapToClose,
    now: Instant,
  ): GapWork | undefined {
    const lastAt = row.last_at ? readInstant(row.last_at) : undefined;
    const readsFrom = coverageFrom(
      {
        addedAt: readInstant(row.added_at),
        ...(row.last_complete_at && {
          lastCompleteAt: readInstant(row.last_complete_at),
        }),
      },
      shiftInstant(now, -this.#lookBack),
    );
    if (readsFrom > from) {
      return undefined;
    }
    const isTried = lastAt !== undefined && (!to || lastAt >= to);
    return {
      way: 'round',
      since: to ?? lastAt ?? readInstant(row.added_at),
      ...(isTried && row.problem !== null && { problem: row.problem }),
    };
  }
}

function withoutProblem({ problem, ...work }: GapWork): GapWork {
  return work;
}

/** Work that is queued, where there is any. */
function toWork(way: GapWork['way'], row: WorkRow | undefined): GapWork[] {
  return row
    ? [
        {
          way,
          since: readInstant(row.requested_at),
          ...(row.problem !== null && { problem: row.problem }),
        },
      ]
    : [];
}
