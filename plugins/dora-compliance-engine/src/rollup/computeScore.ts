import type { Score } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type ScoredPairs, severityWeights } from './severityWeights';
import { scoreTally, tallyPairs } from './Tally';

/**
 * The version of the formula. It changes with each change of what `computeScore`
 * answers, so that numbers of different versions are not compared.
 *
 * @public
 */
export const SCORE_FORMULA = 1;

/**
 * The two numbers of some pairs. The order and the grouping of the pairs change
 * nothing.
 *
 * @public
 */
export function computeScore(pairs: readonly ScoredPairs[]): Score {
  return scoreTally(
    tallyPairs(
      pairs.map(({ status, severity, count }) => ({
        status,
        weight: severityWeights[severity],
        count,
      })),
    ),
  );
}
