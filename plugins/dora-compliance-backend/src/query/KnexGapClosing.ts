import {
  type EvidenceGap,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  GapClosing,
  GapWork,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { coverageFrom } from '../collect/coverageFrom';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import type { SourceKinds } from '../silence/sourceState';
import { later } from '../worker/later';

type WorkRow = { requested_at: StoredInstant; problem: string | null };

type TargetRow = {
  added_at: StoredInstant;
  last_at: StoredInstant | null;
  last_complete_at: StoredInstant | null;
  covers: boolean | number | null;
  problem: string | null;
};

/** Answers how gaps are closed: what is on its way and what went wrong. */
export class KnexGapClosing {
  readonly #knex: Knex;
  readonly #sources: ReadonlyMap<string, SourceKinds>;
  readonly #lookBack: number;

  constructor(options: {
    knex: Knex;
    sources: ReadonlyMap<string, SourceKinds>;
    /** How far back rounds look, in milliseconds. */
    lookBack: number;
  }) {
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#lookBack = options.lookBack;
  }

  /**
   * How a gap is closed.
   *
   * @param keys - of the targets that matter; all of the source where absent
   */
  async of(
    gap: Pick<EvidenceGap, 'sourceId' | 'from' | 'to'>,
    now: Instant,
    keys?: readonly string[],
  ): Promise<GapClosing> {
    const { sourceId, from, to } = gap;
    const kinds = this.#sources.get(sourceId);
    const logs = await this.#logReads(gap);
    const targets = await this.#targets(sourceId, keys);
    const rounds = targets.flatMap(row => this.#roundOf(row, gap, now) ?? []);
    const backfills = await this.#backfills(gap, keys);
    const work = [...logs, ...rounds, ...backfills];
    const [problem = await this.#logProblem(gap)] = targets.flatMap(row =>
      row.last_at && !row.covers ? row.problem ?? [] : [],
    );
    return {
      sourceId,
      from,
      ...(to && { to }),
      ...(kinds?.off && { off: kinds.off.reason }),
      collects: kinds?.collects ?? false,
      ...(kinds?.askedWith && { askedWith: kinds.askedWith }),
      // What failed before is the least promising.
      work: [
        ...work.filter(one => one.problem === undefined),
        ...work.filter(one => one.problem !== undefined),
      ],
      ...(problem !== undefined && { problem }),
    };
  }

  async #logReads({
    sourceId,
    from,
  }: Pick<EvidenceGap, 'sourceId' | 'from'>): Promise<GapWork[]> {
    const rows: WorkRow[] = await this.#knex('delivery_log_read')
      .where('source_id', sourceId)
      .whereNotNull('next_at')
      .where('since', '<=', from)
      .orderBy('requested_at')
      .limit(1)
      .select('requested_at', 'problem');
    return rows.map(row => workFromRow('delivery-log', row));
  }

  /** What the latest reading of the log that is over could not read. */
  async #logProblem({
    sourceId,
    from,
  }: Pick<EvidenceGap, 'sourceId' | 'from'>): Promise<string | undefined> {
    const row: { problem: string } | undefined = await this.#knex(
      'delivery_log_read',
    )
      .where('source_id', sourceId)
      .whereNull('next_at')
      .whereNotNull('problem')
      .where('since', '<=', from)
      .orderBy('requested_at', 'desc')
      .first('problem');
    return row?.problem;
  }

  async #backfills(
    { sourceId, from }: Pick<EvidenceGap, 'sourceId' | 'from'>,
    keys: readonly string[] | undefined,
  ): Promise<GapWork[]> {
    const rows: WorkRow[] = [];
    for (const chunk of keys ? inChunks(keys) : [undefined]) {
      const query = this.#knex('backfill')
        .where('source_id', sourceId)
        .whereNotNull('next_at')
        .where('since', '<=', from)
        .orderBy('requested_at')
        .limit(1)
        .select('requested_at', 'problem');
      rows.push(
        ...(await (chunk ? query.whereIn('target_key', chunk) : query)),
      );
    }
    return rows.slice(0, 1).map(row => workFromRow('backfill', row));
  }

  /** Those that matter; of all of a source, one that fails or one at all. */
  async #targets(
    sourceId: string,
    keys: readonly string[] | undefined,
  ): Promise<TargetRow[]> {
    const query = () =>
      this.#knex('collection_target')
        .where('source_id', sourceId)
        .orderByRaw('CASE WHEN covers THEN 1 ELSE 0 END')
        .orderBy('last_at')
        .limit(1)
        .select('added_at', 'last_at', 'last_complete_at', 'covers', 'problem');
    if (!keys) {
      return query();
    }
    const rows: TargetRow[] = [];
    for (const chunk of inChunks(keys)) {
      rows.push(...(await query().whereIn('target_key', chunk)));
    }
    return rows;
  }

  /** The next round, where it reads back to the begin of the gap. */
  #roundOf(
    row: TargetRow,
    { from, to }: Pick<EvidenceGap, 'from' | 'to'>,
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
      later(now, -this.#lookBack),
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

function workFromRow(way: GapWork['way'], row: WorkRow): GapWork {
  return {
    way,
    since: readInstant(row.requested_at),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
