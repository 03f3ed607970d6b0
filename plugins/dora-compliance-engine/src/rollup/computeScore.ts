import {
  ControlStatus,
  type Score,
  type Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The version of the formula. It changes with each change of what `computeScore`
 * answers, so that numbers of different versions are not compared.
 *
 * @public
 */
export const SCORE_FORMULA = 1;

/**
 * How much a control counts, by its severity for an asset: each level twice as
 * much as the one below it.
 *
 * @public
 */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 8,
  high: 4,
  medium: 2,
  low: 1,
};

/**
 * A number of pairs of asset and control with the same status and severity.
 *
 * @public
 */
export type ScoredPairs = {
  status: ControlStatus;
  severity: Severity;
  count: number;
};

/** What has an answer. */
const ASSESSED = ['satisfied', 'risk-accepted', 'not-satisfied'] as const;

/**
 * Coverage is the number of assessed pairs divided by that of applicable ones.
 * Compliance is the weight of satisfied pairs divided by that of assessed ones. A
 * pair that was not assessed counts for coverage only, and one whose risk is
 * accepted is assessed but not satisfied. The order and the grouping of the pairs
 * change nothing.
 *
 * @public
 */
export function computeScore(pairs: readonly ScoredPairs[]): Score {
  const count = (...statuses: ControlStatus[]) =>
    sum(pairs, statuses, pair => pair.count);
  const weigh = (...statuses: ControlStatus[]) =>
    sum(pairs, statuses, pair => pair.count * severityWeights[pair.severity]);
  const coverage = divide(
    count(...ASSESSED),
    count(...ASSESSED, 'not-assessed'),
  );
  const compliance = divide(weigh('satisfied'), weigh(...ASSESSED));
  return {
    statuses: Object.fromEntries(
      ControlStatus.options.map(status => [status, count(status)]),
    ) as Score['statuses'],
    ...(coverage !== undefined && { coverage }),
    ...(compliance !== undefined && { compliance }),
  };
}

function sum(
  pairs: readonly ScoredPairs[],
  statuses: readonly ControlStatus[],
  measure: (pair: ScoredPairs) => number,
): number {
  return pairs
    .filter(({ status }) => statuses.includes(status))
    .reduce((total, pair) => total + measure(pair), 0);
}

function divide(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
