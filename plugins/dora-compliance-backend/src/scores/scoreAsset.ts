import {
  type Control,
  type ControlStatus,
  Criticality,
  type Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  severityWeights,
  type Tally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { listScopes, type PlacedAsset } from './scopes';

/** A status, and what it counts. */
export type ScoreCell = readonly [status: ControlStatus, weight: number];

/** The score of an asset, as totals count it. */
export type AssetScore = {
  entityRef: string;
  ownerRef: string;
  rank: number;
  scopes: readonly string[];
  /** By control. */
  cells: Readonly<Record<string, ScoreCell>>;
};

/**
 * One finding counts more than everything that is not assessed. The default of
 * `asset_index.risk_order` puts an asset without a score after every finding.
 */
const FINDING = 100_000;

/** The score of an asset. A control without a status is not assessed. */
export function scoreAsset(
  asset: PlacedAsset,
  statuses: ReadonlyMap<string, ControlStatus>,
  controls: readonly Pick<Control, 'id' | 'severity'>[],
): AssetScore {
  return {
    entityRef: asset.entityRef,
    ownerRef: asset.ownerRef,
    rank: asset.rank,
    scopes: listScopes(asset),
    cells: Object.fromEntries(
      controls.map(control => [
        control.id,
        [
          statuses.get(control.id) ?? 'not-assessed',
          severityWeights[findSeverity(control, asset.rank)],
        ] as const,
      ]),
    ),
  };
}

/** An asset without a classification has the highest severity. */
export function findSeverity(
  { severity }: Pick<Control, 'severity'>,
  rank: number,
): Severity {
  return severity[Criticality.options[rank] ?? 'critical-or-important'];
}

/** All pairs of the asset together. */
export function tallyAsset({ cells }: AssetScore): Tally {
  return tallyPairs(Object.values(cells).map(toPair));
}

export function toPair([status, weight]: ScoreCell) {
  return { status, weight, count: 1 };
}

/**
 * The place of an asset among others: the greatest weight of what is not satisfied
 * has the lowest number, then the greatest weight of what is not assessed.
 */
export function orderByRisk({ cells }: AssetScore): number {
  const weigh = (wanted: ControlStatus) =>
    Object.values(cells).reduce(
      (sum, [status, weight]) => sum + (status === wanted ? weight : 0),
      0,
    );
  return -(FINDING * weigh('not-satisfied') + weigh('not-assessed'));
}
