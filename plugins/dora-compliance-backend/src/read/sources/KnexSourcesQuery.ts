import {
  type BackfillView,
  type GapView,
  type Instant,
  type Page,
  type SourceView,
  type TargetView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { BackfillRow } from '../../sources/backfill/backfillRow';
import { inChunks, readInstant } from '../../kernel/database/columns';
import { gapFromRow, type GapRow } from '../../sources/silence/gapRow';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { readCursor, readKeys, writeCursor } from '../../kernel/paging/cursor';
import { inEnglish } from '../inEnglish';
import type { KnexGapClosing } from './KnexGapClosing';
import { readFigures } from '../../sources/silence/KnexSourceFigures';
import {
  whereGapVisible,
  whereOfVisibleAsset,
  whereVisible,
} from '../../permissions/KnexVisible';
import { backfillView, type TargetRow, targetView } from './sourceRows';
import { gapView, sourceView } from './sourceView';
import type { Visibility } from '../../permissions/Visibility';

/** The most targets by which the work on a gap is looked up. */
const TARGETS_PER_GAP = 100;

/** A page of what belongs to assets that the caller may read. */
type PageOptions = { limit: number; cursor?: string; visible: Visibility };

/** Answers with the state of sources; undefined if there is no such source. */
export class KnexSourcesQuery {
  readonly #knex: Knex;
  readonly #sources: ReadonlyMap<string, SourceKinds>;
  readonly #quietAfter: number;
  readonly #closing: KnexGapClosing;
  readonly #sentences: Sentences;

  constructor(options: {
    knex: Knex;
    sources: ReadonlyMap<string, SourceKinds>;
    /** How long a source that only pushes may be idle, in milliseconds. */
    quietAfter: number;
    closing: KnexGapClosing;
    /** The language of the answers. */
    sentences?: Sentences;
  }) {
    this.#closing = options.closing;
    this.#sentences = options.sentences ?? inEnglish;
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#quietAfter = options.quietAfter;
  }

  /** What a source can do; undefined when it is not installed. */
  findKinds(sourceId: string): SourceKinds | undefined {
    return this.#sources.get(sourceId);
  }

  /** All sources in order of their ids. */
  async list(now: Instant, visible: Visibility): Promise<SourceView[]> {
    return this.#views([...this.#sources.keys()].sort(), now, visible);
  }

  async find(
    sourceId: string,
    now: Instant,
    visible: Visibility,
  ): Promise<SourceView | undefined> {
    const known = this.#sources.has(sourceId) ? [sourceId] : [];
    const [view] = await this.#views(known, now, visible);
    return view;
  }

  /** Targets of a source in order of their address, with their assets. */
  async listTargets(
    sourceId: string,
    { limit, cursor, visible }: PageOptions,
  ): Promise<Page<TargetView>> {
    const query = this.#knex('collection_target')
      .where('source_id', sourceId)
      .orderBy('target_key')
      .limit(limit + 1);
    whereOfVisibleAsset(query, this.#knex, 'target_key', visible);
    if (cursor) {
      const [after = ''] = readKeys(cursor, 1);
      query.where('target_key', '>', after);
    }
    const rows: TargetRow[] = await query;
    const shown = rows.slice(0, limit);
    const assets = await this.#findAssets(
      shown.map(row => row.target_key),
      visible,
    );
    return pageFrom(
      rows,
      limit,
      row => targetView(row, assets.get(row.target_key) ?? [], this.#sentences),
      row => writeCursor(row.target_key),
    );
  }

  /** Gaps of a source, the latest first, and what closes them. */
  async listGaps(
    sourceId: string,
    { limit, cursor, visible }: PageOptions,
    now: Instant,
  ): Promise<Page<GapView>> {
    const query = this.#knex('source_gap')
      .where('source_id', sourceId)
      .orderBy([
        { column: 'from_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    whereGapVisible(query, this.#knex, visible);
    if (cursor) {
      query.whereRaw('(from_at, id) < (?, ?)', readCursor(cursor));
    }
    const rows: GapRow[] = await query;
    const open = rows.filter(({ made_good_at }) => !made_good_at);
    const keys =
      visible === 'all' ? undefined : await this.#findKeys(sourceId, visible);
    const closing = await this.#closing.ofAll(
      open.map(row => ({
        ...gapFromRow(row),
        ...(keys && { keys }),
        ...(row.target_key !== '' && { keys: [row.target_key] }),
      })),
      now,
      { withLogProblems: visible === 'all' },
    );
    const advice = new Map(
      open.map(({ id }, place) => [
        id,
        this.#sentences.gapAdvice(closing[place]!),
      ]),
    );
    return pageFrom(
      rows,
      limit,
      row => gapView(row, advice.get(row.id), this.#sentences),
      row => writeCursor(readInstant(row.from_at), row.id),
    );
  }

  /** Backfills of a source, the latest first. */
  async listBackfills(
    sourceId: string,
    { limit, cursor, visible }: PageOptions,
  ): Promise<Page<BackfillView>> {
    const query = this.#knex('backfill')
      .where('source_id', sourceId)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    whereOfVisibleAsset(query, this.#knex, 'backfill.target_key', visible);
    if (cursor) {
      query.whereRaw('(requested_at, id) < (?, ?)', readCursor(cursor));
    }
    const rows: BackfillRow[] = await query;
    return pageFrom(
      rows,
      limit,
      row => backfillView(row, this.#sentences),
      row => writeCursor(readInstant(row.requested_at), row.id),
    );
  }

  async #views(
    ids: readonly string[],
    now: Instant,
    visible: Visibility,
  ): Promise<SourceView[]> {
    if (ids.length === 0) {
      return [];
    }
    const figures = await readFigures(this.#knex, ids, now, visible);
    return ids.flatMap(id => {
      const kinds = this.#sources.get(id);
      const of = figures.get(id);
      const quietAfter = this.#quietAfter;
      const sentences = this.#sentences;
      return kinds && of
        ? [sourceView({ id, kinds, figures: of, quietAfter, now, sentences })]
        : [];
    });
  }

  /** Keys of some targets of a source that may be read, to find their work. */
  async #findKeys(sourceId: string, visible: Visibility): Promise<string[]> {
    return whereOfVisibleAsset(
      this.#knex('collection_target')
        .where('source_id', sourceId)
        .orderBy('target_key')
        .limit(TARGETS_PER_GAP),
      this.#knex,
      'target_key',
      visible,
    ).pluck('target_key');
  }

  async #findAssets(
    keys: readonly string[],
    visible: Visibility,
  ): Promise<Map<string, string[]>> {
    const assets = new Map<string, string[]>();
    for (const chunk of inChunks(keys)) {
      const rows: { subject_key: string; entity_ref: string }[] =
        await whereVisible(
          this.#knex('asset_identifier')
            .whereIn('subject_key', chunk)
            .orderBy('entity_ref')
            .select('subject_key', 'entity_ref'),
          this.#knex,
          'entity_ref',
          visible,
        );
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
  toCursor: (row: TRow) => string,
): Page<TItem> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    ...(rows.length > limit && last && { nextCursor: toCursor(last) }),
  };
}
