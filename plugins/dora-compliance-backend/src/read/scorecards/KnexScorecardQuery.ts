import {
  type ControlStatus,
  Criticality,
  type ScorecardControl,
  type Severity,
  type TeamScorecardView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  computeScore,
  SCORE_FORMULA,
  type ScoredPairs,
  severityWeights,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import { writeCursor } from '../../kernel/paging/cursor';
import {
  type AssetRow,
  countAssets,
  countPairs,
  type CountedPairs,
  readAssets,
  readStatuses,
  type ScorecardScope,
} from './KnexScorecardRows';

/** Ranks of criticality; the last one is that of assets without a classification. */
const RANKS = [...Criticality.options.keys(), Criticality.options.length];

/** Answers with scorecards, with the same number of statements whatever their size. */
export class KnexScorecardQuery {
  readonly #knex: Knex;
  readonly #controls: readonly CompiledControl[];

  constructor(knex: Knex, controls: ControlCatalogue) {
    this.#knex = knex;
    this.#controls = [...controls.values()];
  }

  /** The scorecard of what some groups own. */
  async readTeam(
    scope: ScorecardScope,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<TeamScorecardView> {
    const [assets, counted, rows] = await Promise.all([
      countAssets(this.#knex, scope),
      countPairs(this.#knex, scope),
      readAssets(this.#knex, scope, {
        weights: this.#controls.flatMap(one =>
          RANKS.map(rank => ({
            controlId: one.control.id,
            rank,
            weight: severityWeights[findSeverity(one, rank)],
          })),
        ),
        limit: page.limit + 1,
        cursor: page.cursor,
      }),
    ]);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    const pairs = this.#controls.map(one => ({
      one,
      pairs: listPairs(one, assets, counted),
    }));
    return {
      groups: scope.owners.length,
      assets: [...assets.values()].reduce((sum, count) => sum + count, 0),
      formula: SCORE_FORMULA,
      score: computeScore(pairs.flatMap(({ pairs: some }) => some)),
      controls: pairs
        .map(({ one, pairs: some }) => describeControl(one, some))
        .sort(byFindings),
      items: await this.#describeAssets(shown),
      ...(last &&
        rows.length > page.limit && {
          nextCursor: writeCursor(String(last.risk), last.entity_ref),
        }),
    };
  }

  async #describeAssets(rows: readonly AssetRow[]) {
    const statuses = await readStatuses(
      this.#knex,
      rows.map(row => row.entity_ref),
    );
    return rows.map(row => {
      const results = this.#controls.map(one => ({
        one,
        status:
          statuses.get(row.entity_ref)?.get(one.control.id) ??
          ('not-assessed' as const),
      }));
      const criticality = Criticality.options[row.criticality_rank];
      return {
        entityRef: row.entity_ref,
        title: row.title,
        ...(row.owner_ref && { ownerRef: row.owner_ref }),
        ...(criticality && { criticality }),
        score: computeScore(
          results.map(({ one, status }) => ({
            status,
            severity: findSeverity(one, row.criticality_rank),
            count: 1,
          })),
        ),
        results: Object.fromEntries(
          results.map(({ one, status }) => [one.control.id, status]),
        ),
      };
    });
  }
}

/** An asset without a classification has the highest severity. */
function findSeverity({ control }: CompiledControl, rank: number): Severity {
  return control.severity[Criticality.options[rank] ?? 'critical-or-important'];
}

/** The pairs of a control; those without a status are not assessed. */
function listPairs(
  one: CompiledControl,
  assets: ReadonlyMap<number, number>,
  counted: readonly CountedPairs[],
): ScoredPairs[] {
  return [...assets].flatMap(([rank, total]) => {
    const severity = findSeverity(one, rank);
    const known = counted.filter(
      pair => pair.controlId === one.control.id && pair.rank === rank,
    );
    const rest = known.reduce((left, { count }) => left - count, total);
    return [
      ...known.map(({ status, count }) => ({ status, severity, count })),
      { status: 'not-assessed' as const, severity, count: rest },
    ];
  });
}

function describeControl(
  { control }: CompiledControl,
  pairs: readonly ScoredPairs[],
): ScorecardControl {
  const { statuses } = computeScore(pairs);
  const { id, code, title, lens } = control;
  return { id, code, title, area: lens.area, statuses };
}

/** Most findings first, then most unknown, then by code. */
function byFindings(one: ScorecardControl, other: ScorecardControl): number {
  const compare = (status: ControlStatus) =>
    other.statuses[status] - one.statuses[status];
  return (
    compare('not-satisfied') ||
    compare('not-assessed') ||
    one.code.localeCompare(other.code)
  );
}
