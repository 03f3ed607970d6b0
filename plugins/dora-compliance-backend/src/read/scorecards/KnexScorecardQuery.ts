import {
  Area,
  type AssetScoreView,
  type ChangePathsView,
  type Control,
  type ControlStatus,
  Criticality,
  type Day,
  findLayer,
  type Instant,
  Layer,
  type ScorecardAsset,
  type ScorecardControl,
  type ScorecardLines,
  type ScorecardView,
  type TrendView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addTally,
  SCORE_FORMULA,
  scoreTally,
  type Tally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { AssetCriteria } from '../../permissions/AssetRules';
import {
  countRefused,
  type RefusedCount,
} from '../../permissions/KnexCountRefused';
import { whereVisible } from '../../permissions/KnexVisible';
import type { IsReadable, Reader } from '../../permissions/Reader';
import type { Visibility } from '../../permissions/Visibility';
import { toPair } from '../../scores/scoreAsset';
import { readAssetScores } from './KnexAssetScores';
import { type ChangePathsPage, readChangePaths } from './KnexChangePaths';
import { readScoreOn } from './KnexScoreHistory';
import { readScoredAssets, type ScoredAsset } from './KnexScoredAssets';
import { readControlTotals, readTotal } from './KnexTotals';
import { type LinesQuery, readScorecardLines } from './KnexScorecardLines';
import { readStatusChanges } from './KnexStatusChanges';
import { readTrend } from './KnexTrend';
import type { ScorecardScope } from './ScorecardScope';
import type { NamedScope } from './ScorecardScopes';
import { exportPairs } from './KnexScorecardCsv';
import { whereScope } from './KnexWhereScope';

/** Answers with scorecards, with the same number of statements whatever their size. */
export class KnexScorecardQuery {
  readonly #knex: Knex;
  readonly #controls: readonly Control[];
  readonly #sources: ReadonlyMap<string, { title?: string }>;

  constructor(
    knex: Knex,
    controls: ControlCatalogue,
    sources: ReadonlyMap<string, { title?: string }> = new Map(),
  ) {
    this.#knex = knex;
    this.#controls = [...controls.values()].map(({ control }) => control);
    this.#sources = sources;
  }

  /**
   * @param monthAgo - the day that the score is compared with
   * @param reader - who is told only the owners that they may read
   */
  async read(
    scope: NamedScope,
    page: { limit: number; cursor?: string | undefined; monthAgo: string },
    reader: Pick<Reader, 'readable'>,
  ): Promise<ScorecardView> {
    const [total, byControl, earlier, assets] = await Promise.all([
      readTotal(this.#knex, scope),
      readControlTotals(this.#knex, scope),
      readScoreOn(this.#knex, scope, page.monthAgo),
      readScoredAssets(this.#knex, scope, page),
    ]);
    const isReadable = await reader.readable(
      assets.items.flatMap(({ ownerRef }) => ownerRef || []),
    );
    const controls = this.#controls.map(control => ({
      ...describeControl(control),
      tally: byControl.get(control.id) ?? tallyPairs([]),
    }));
    return {
      of: scope.of,
      ...(scope.ref && { ref: scope.ref }),
      ...(scope.title && { title: scope.title }),
      ...(scope.notInCatalog && { notInCatalog: true as const }),
      ...(scope.owners.length > 0 && { groups: scope.owners.length }),
      assets: total.assets,
      isPartial: scope.visible !== 'all',
      formula: SCORE_FORMULA,
      score: scoreTally(total.tally),
      ...(earlier && { earlier }),
      areas: Area.options.map(area => ({
        area,
        score: scoreAll(controls.filter(one => one.area === area)),
      })),
      layers: Layer.options
        .map(layer => ({
          layer,
          score: scoreAll(controls.filter(one => one.layer === layer)),
        }))
        .filter(({ layer }) => controls.some(one => one.layer === layer)),
      controls: controls
        .map(({ tally, ...control }) => ({
          ...control,
          score: scoreTally(tally),
        }))
        .sort(byFindings),
      items: assets.items.map(asset => describeAsset(asset, isReadable)),
      ...(assets.nextCursor && { nextCursor: assets.nextCursor }),
    };
  }

  /** The scorecards of all parts of one kind. */
  compare(
    query: LinesQuery,
    findReadable: Reader['readable'],
  ): Promise<ScorecardLines> {
    return readScorecardLines(this.#knex, query, findReadable);
  }

  /** The score over time. */
  readTrend(
    scope: NamedScope,
    range: { from: Day; to: Day },
  ): Promise<TrendView> {
    const names = { controls: this.#byId(), sources: this.#sources };
    return readTrend(this.#knex, scope, range, names);
  }

  /** The changes of statuses since an instant. */
  listChanges(
    scope: NamedScope,
    page: {
      since: Instant;
      controlId?: string | undefined;
      limit: number;
      cursor?: string | undefined;
    },
  ) {
    return readStatusChanges(this.#knex, scope, {
      ...page,
      controls: this.#byId(),
    });
  }

  /** What a function depends on, and the pipelines that can change it. */
  listChangePaths(
    scope: ScorecardScope,
    page: ChangePathsPage,
    reader: Pick<Reader, 'readable'>,
  ): Promise<ChangePathsView> {
    return readChangePaths(this.#knex, scope, page, reader);
  }

  /** The scores of some assets; unknown ones are left out. */
  listScores(entityRefs: readonly string[]): Promise<AssetScoreView[]> {
    return readAssetScores(this.#knex, entityRefs);
  }

  /** Every pair of the score, a page of assets at a time. */
  exportPairs(
    scope: NamedScope,
    reader: Pick<Reader, 'readable'>,
  ): AsyncGenerator<string[][]> {
    return exportPairs(this.#knex, scope, this.#byId(), reader);
  }

  /** Whether an entity owns an asset that may be read. */
  async ownsAssets(ownerRef: string, visible: Visibility): Promise<boolean> {
    const owned = this.#knex('asset_score').where('owner_ref', ownerRef);
    const column = 'asset_score.entity_ref';
    const row = await whereVisible(owned, this.#knex, column, visible).first(
      column,
    );
    return row !== undefined;
  }

  /** How many assets of a scope do not meet criteria. */
  countRefused(
    scope: NamedScope,
    criteria: AssetCriteria,
  ): Promise<RefusedCount> {
    const assets = whereScope(this.#knex('asset_score'), this.#knex, scope);
    const column = 'asset_score.entity_ref';
    return countRefused(assets, this.#knex, column, criteria);
  }

  #byId(): ReadonlyMap<string, Control> {
    return new Map(this.#controls.map(control => [control.id, control]));
  }
}

function describeControl({ id, code, title, lens }: Control) {
  return { id, code, title, area: lens.area, layer: findLayer(code) };
}

function scoreAll(controls: readonly { tally: Tally }[]) {
  return scoreTally(
    controls.reduce((sum, { tally }) => addTally(sum, tally), tallyPairs([])),
  );
}

function describeAsset(
  asset: ScoredAsset,
  isReadable: IsReadable,
): ScorecardAsset {
  const cells = Object.entries(asset.cells);
  const criticality = Criticality.options[asset.rank];
  return {
    entityRef: asset.entityRef,
    title: asset.title,
    ...(asset.type && { type: asset.type }),
    ...(asset.ownerRef &&
      isReadable(asset.ownerRef) && { ownerRef: asset.ownerRef }),
    ...(criticality && { criticality }),
    score: scoreTally(tallyPairs(cells.map(([, cell]) => toPair(cell)))),
    results: Object.fromEntries(cells.map(([id, [status]]) => [id, status])),
  };
}

/** Most findings first, then most unknown, then by code. */
function byFindings(one: ScorecardControl, other: ScorecardControl): number {
  const compare = (status: ControlStatus) =>
    other.score.statuses[status] - one.score.statuses[status];
  return (
    compare('not-satisfied') ||
    compare('not-assessed') ||
    one.code.localeCompare(other.code)
  );
}
