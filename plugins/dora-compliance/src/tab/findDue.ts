import {
  addDuration,
  type ControlResultView,
  type Instant,
  type ReviewState,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How far ahead the tab looks. */
const AHEAD = 'P30D';

/** A control whose status may become worse by itself, and when. */
export type DueControl = { result: ControlResultView; at: Instant };

/**
 * Controls that are satisfied, or whose risk is accepted, and that are assessed again
 * soon because evidence expires or a period ends. Soonest first.
 */
export function findDueControls(
  results: readonly ControlResultView[],
  now: Instant,
): DueControl[] {
  const end = addDuration(now, AHEAD);
  return results
    .flatMap(result =>
      isAtRisk(result) && result.validUntil && result.validUntil <= end
        ? [{ result, at: result.validUntil }]
        : [],
    )
    .sort(
      (one, other) =>
        one.at.localeCompare(other.at) ||
        one.result.control.code.localeCompare(other.result.control.code),
    );
}

/** Whether the record has to be reviewed soon, or should have been. */
export function isReviewDue(
  { state, dueOn }: ReviewState,
  now: Instant,
): boolean {
  return (
    state !== 'due' ||
    (dueOn !== undefined && dueOn <= addDuration(now, AHEAD).slice(0, 10))
  );
}

function isAtRisk({ status }: ControlResultView): boolean {
  return status === 'satisfied' || status === 'risk-accepted';
}
