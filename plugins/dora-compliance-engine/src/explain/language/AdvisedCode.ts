import type { RemediedCode } from '../../remedy/RemediedCode';

/**
 * Reasons that have advice of their own: each keeps a control from being satisfied.
 * The advice on `evidence-gap` depends on the source; `assertion-false` is about the
 * control, whose remediation is the advice.
 *
 * @public
 */
export type AdvisedCode = Exclude<
  RemediedCode,
  'assertion-false' | 'evidence-gap'
>;
