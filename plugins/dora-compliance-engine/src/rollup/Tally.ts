import {
  ControlStatus,
  type Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What a score is computed from. Tallies of disjoint sets of pairs add up to that
 * of all of them.
 *
 * @public
 */
export type Tally = {
  /** Pairs by status. */
  statuses: Readonly<Record<ControlStatus, number>>;
  /** The weight of the assessed pairs. */
  assessedWeight: number;
  /** The weight of the satisfied pairs. */
  satisfiedWeight: number;
};

/**
 * A number of pairs of asset and control with the same status and weight.
 *
 * @public
 */
export type WeighedPairs = {
  status: ControlStatus;
  weight: number;
  count: number;
};

/** What has an answer. */
const ASSESSED: readonly ControlStatus[] = [
  'satisfied',
  'risk-accepted',
  'not-satisfied',
];

/**
 * The tally of some pairs.
 *
 * @public
 */
export function tallyPairs(pairs: readonly WeighedPairs[]): Tally {
  const statuses = countNothing();
  let assessedWeight = 0;
  let satisfiedWeight = 0;
  for (const { status, weight, count } of pairs) {
    statuses[status] += count;
    assessedWeight += ASSESSED.includes(status) ? weight * count : 0;
    satisfiedWeight += status === 'satisfied' ? weight * count : 0;
  }
  return { statuses, assessedWeight, satisfiedWeight };
}

/**
 * The tally of two sets of pairs together.
 *
 * @param times - -1 takes the other one away
 *
 * @public
 */
export function addTally(one: Tally, other: Tally, times: 1 | -1 = 1): Tally {
  const statuses = countNothing();
  for (const status of ControlStatus.options) {
    statuses[status] = one.statuses[status] + times * other.statuses[status];
  }
  return {
    statuses,
    assessedWeight: one.assessedWeight + times * other.assessedWeight,
    satisfiedWeight: one.satisfiedWeight + times * other.satisfiedWeight,
  };
}

/**
 * The two numbers. Coverage is the number of assessed pairs divided by that of
 * applicable ones. Compliance is the weight of satisfied pairs divided by that of
 * assessed ones. A pair that was not assessed counts for coverage only, and one
 * whose risk is accepted is assessed but not satisfied.
 *
 * @public
 */
export function scoreTally(tally: Tally): Score {
  const { statuses, assessedWeight, satisfiedWeight } = tally;
  const assessed = ASSESSED.reduce((sum, status) => sum + statuses[status], 0);
  const coverage = divide(assessed, assessed + statuses['not-assessed']);
  const compliance = divide(satisfiedWeight, assessedWeight);
  return {
    statuses: { ...statuses },
    ...(coverage !== undefined && { coverage }),
    ...(compliance !== undefined && { compliance }),
  };
}

function countNothing(): Record<ControlStatus, number> {
  return {
    'not-applicable': 0,
    satisfied: 0,
    'risk-accepted': 0,
    'not-assessed': 0,
    'not-satisfied': 0,
  };
}

function divide(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
