/**
 * An answer that matters for each control. The failing example is what typically goes
 * wrong.
 *
 * @public
 */
export type ShownAnswer =
  | 'satisfied'
  | 'missing'
  | 'stale'
  | 'incomplete'
  | 'empty-complete'
  | 'empty-unknown'
  | 'not-applicable'
  | 'risk-accepted'
  | 'failing-example';

/**
 * What a case demonstrates of a control: an answer that matters, or that a requirement
 * fails, by its id.
 *
 * @public
 */
export type Shown = ShownAnswer | `fails: ${string}`;
