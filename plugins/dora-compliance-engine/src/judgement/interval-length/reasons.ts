import { createReasons } from '../../registry/createReasons';

/** Why an interval is, or is not, short enough. Times are instants. */
export type IntervalReasons = {
  'interval-short-enough': Interval;
  'interval-too-long': Interval;
};

type Interval = { from: string; to: string; days: number; allowed: number };

export const reason = createReasons<IntervalReasons>();
