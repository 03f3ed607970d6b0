import type { RemedyRole } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Who can end a finding with some reason, who can do most first.
 *
 * @public
 */
export type Remedy = {
  who: readonly [RemedyRole, ...RemedyRole[]];
  /**
   * What happened can't be changed any more. It counts until it is outside the time
   * window of the control.
   */
  isPast?: true;
};

/**
 * A remedy for each reason except those that are never about a finding.
 *
 * @public
 */
export type RemediesFor<Params, Fine extends keyof Params = never> = {
  readonly [Code in Exclude<keyof Params, Fine>]: Remedy;
};
