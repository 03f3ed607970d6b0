import { z } from 'zod';

/**
 * The status of a control for one asset. The order is from best to worst, so
 * that a set of statuses is summed up by its worst. `not-applicable` is the
 * identity: it never makes anything better or worse.
 *
 * @public
 */
export const ControlStatus = z.enum([
  'not-applicable',
  'satisfied',
  'risk-accepted',
  'not-assessed',
  'not-satisfied',
]);

/** @public */
export type ControlStatus = z.output<typeof ControlStatus>;

/**
 * Orders statuses, best first: negative when `a` is better than `b`.
 *
 * @public
 */
export function compareStatus(a: ControlStatus, b: ControlStatus): number {
  return ControlStatus.options.indexOf(a) - ControlStatus.options.indexOf(b);
}

/**
 * The worst of several statuses; `not-applicable` when there are none.
 *
 * @public
 */
export function findWorst(statuses: Iterable<ControlStatus>): ControlStatus {
  let worst: ControlStatus = 'not-applicable';
  for (const status of statuses) {
    if (compareStatus(status, worst) > 0) {
      worst = status;
    }
  }
  return worst;
}
