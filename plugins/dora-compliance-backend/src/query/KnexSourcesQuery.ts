import {
  type BackfillView,
  type GapView,
  type Instant,
  type Page,
  reason,
  type SourceView,
  type TargetView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { gapAdvice } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { BackfillRow } from '../collect/KnexBackfillStore';
import { inChunks, readInstant } from '../database/columns';
import { gapFromRow, type GapRow } from '../silence/gapRow';
import { type SourceKinds, sourceState } from '../silence/sourceState';
import { readCursor, readKeys, writeCursor } from './cursor';
import type { KnexGapClosing } from './KnexGapClosing';
import { readFigures, type SourceFigures } from './KnexSourceFigures';
import { ownSourceState } from './ownSourceState';
import { explained } from './sourceSentences';
import { backfillView, type TargetRow, targetView } from './sourceRows';

type PageOptions = { limit: number; cursor?: string };

/** Answers how evidence sources are. Undefined when there is no such source. */
export class KnexSourcesQuery {
  readonly #knex: Knex;
  readonly #sources: ReadonlyMap<string, SourceKinds>;
  readonly #quietAfter: number;
  readonly #closing: KnexGapClosing;

  constructor(options: {
    knex: Knex;
    sources: ReadonlyMap<string, SourceKinds>;
    /** How long a source that only pushes may tell nothing, milliseconds. */
    quietAfter: number;
    closing: KnexGapClosing;
  }) {
    this.#closing = options.closing;
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#quietAfter = options.quietAfter;
  }

  /** What a source can do; undefined when it is not installed. */
  kindsOf(sourceId: string): SourceKinds | undefined {
    return this.#sources.get(sourceId);
  }

  /** All sources in order of their ids. */
  async list(now: Instant): Promise<SourceView[]> {
    return this.#views([...this.#sources.keys()].sort(), now);
  }

  async find(sourceId: string, now: Instant): Promise<SourceView | undefined> {
    const known = this.#sources.has(sourceId) ? [sourceId] : [];
    const [view] = await this.#views(known, now);
    return view;
  }

  /** Targets of a source in order of their address, with their assets. */
  async listTargets(
    sourceId: string,
    { limit, cursor }: PageOptions,
  ): Promise<Page<TargetView>> {
    const query = this.#knex('collection_target')
      .where('source_id', sourceId)
      .orderBy('target_key')
      .limit(limit + 1);
    if (cursor) {
      const [after = ''] = readKeys(cursor, 1);
      query.where('target_key', '>', after);
    }
    const rows: TargetRow[] = await query;
    const shown = rows.slice(0, limit);
    const assets = await this.#assetsOf(shown.map(row => row.target_key));
    return pageFrom(
      rows,
      limit,
      row => targetView(row, assets.get(row.target_key) ?? []),
      row => writeCursor(row.target_key),
    );
  }

  /** Gaps of a source, the latest first, and what closes them. */
  async listGaps(
    sourceId: string,
    { limit, cursor }: PageOptions,
    now: Instant,
  ): Promise<Page<GapView>> {
    const query = this.#knex('source_gap')
      .where('source_id', sourceId)
      .orderBy([
        { column: 'from_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (cursor) {
      query.whereRaw('(from_at, id) < (?, ?)', readCursor(cursor));
    }
    const rows: GapRow[] = await query;
    const open = rows.filter(({ made_good_at }) => !made_good_at);
    const closing = await this.#closing.ofAll(
      open.map(row => ({
        ...gapFromRow(row),
        ...(row.target_key !== '' && { keys: [row.target_key] }),
      })),
      now,
    );
    const advice = new Map(
      open.map(({ id }, place) => [id, gapAdvice(closing[place]!)]),
    );
    return pageFrom(
      rows,
      limit,
      row => gapView(row, advice.get(row.id)),
      row => writeCursor(readInstant(row.from_at), row.id),
    );
  }

  /** Back-fills of a source, the latest first. */
  async listBackfills(
    sourceId: string,
    { limit, cursor }: PageOptions,
  ): Promise<Page<BackfillView>> {
    const query = this.#knex('backfill')
      .where('source_id', sourceId)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (cursor) {
      query.whereRaw('(requested_at, id) < (?, ?)', readCursor(cursor));
    }
    const rows: BackfillRow[] = await query;
    return pageFrom(rows, limit, backfillView, row =>
      writeCursor(readInstant(row.requested_at), row.id),
    );
  }

  async #views(ids: readonly string[], now: Instant): Promise<SourceView[]> {
    if (ids.length === 0) {
      return [];
    }
    const figures = await readFigures(this.#knex, ids, now);
    return ids.flatMap(id => {
      const kinds = this.#sources.get(id);
      const of = figures.get(id);
      const quietAfter = this.#quietAfter;
      return kinds && of
        ? [sourceView({ id, kinds, figures: of, quietAfter, now })]
        : [];
    });
  }

  async #assetsOf(keys: readonly string[]): Promise<Map<string, string[]>> {
    const assets = new Map<string, string[]>();
    for (const chunk of inChunks(keys)) {
      const rows: { subject_key: string; entity_ref: string }[] =
        await this.#knex('asset_identifier')
          .whereIn('subject_key', chunk)
          .orderBy('entity_ref')
          .select('subject_key', 'entity_ref');
      for (const { subject_key, entity_ref } of rows) {
        const known = assets.get(subject_key) ?? [];
        assets.set(subject_key, [...known, entity_ref]);
      }
    }
    return assets;
  }
}

function pageFrom<TRow, TItem>(
  rows: readonly TRow[],
  limit: number,
  view: (row: TRow) => TItem,
  cursorOf: (row: TRow) => string,
): Page<TItem> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    ...(rows.length > limit && last && { nextCursor: cursorOf(last) }),
  };
}

function sourceView(options: {
  id: string;
  kinds: SourceKinds;
  figures: SourceFigures;
  quietAfter: number;
  now: Instant;
}): SourceView {
  const { id, kinds, figures, now } = options;
  const { targets, latestRound, waitingSince, recordedAfter } = figures;
  const { expected, received, missed } = targets;
  const { receives, collects, askedWith, notices = [] } = kinds;
  const { state, reason: why } = ownSourceState(id, sourceState(options));
  const { clockSkew, ...lastHeartbeat } = latestRound ?? {};
  return {
    id,
    kinds: { receives, collects, ...(askedWith && { askedWith }) },
    state,
    reason: explained(why),
    ...(notices.length > 0 && { notices: [...notices] }),
    documents: { lastDay: figures.lastDay, all: figures.all },
    refused: [...figures.refused],
    ...(targets.read > 0 && {
      reconciliation: { expected, received, missed },
    }),
    ...(figures.lastReceivedAt && { lastReceivedAt: figures.lastReceivedAt }),
    lag: {
      ...(waitingSince && {
        waiting: Math.max(0, Date.parse(now) - Date.parse(waitingSince)),
      }),
      ...(recordedAfter !== undefined && { recorded: recordedAfter }),
    },
    ...(latestRound && { lastHeartbeat: lastHeartbeat as typeof latestRound }),
    targets: { all: targets.all, incomplete: targets.incomplete },
    ...(clockSkew !== undefined && { clockSkew }),
    openGaps: figures.gaps.open,
  };
}

function gapView(row: GapRow, advice: string | undefined): GapView {
  const gap = gapFromRow(row);
  const { from, to, cause, detail } = gap;
  const params = {
    from,
    ...(to && { to }),
    ...(detail !== undefined && { detail }),
  };
  return {
    ...gap,
    id: row.id,
    ...(row.uri !== null && { target: row.uri }),
    ...(row.made_good_at && { madeGoodAt: readInstant(row.made_good_at) }),
    reason: explained(reason(`gap-${cause}`, params)),
    ...(advice !== undefined && { advice }),
  };
}
