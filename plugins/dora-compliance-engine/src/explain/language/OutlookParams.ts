/**
 * Every sentence about when a finding ends, and its parameters.
 *
 * @public
 */
export type OutlookParams = {
  'after-action': Record<string, never>;
  'by-itself': { at: string };
  'checked-again': { at: string };
  /** The backend works on it. */
  'done-by-backend': Record<string, never>;
  /** What happened counts for some time, whatever is done. */
  'counts-until': { notBefore: string };
  /** What happened counts only while nothing has replaced it. */
  'until-replaced': Record<string, never>;
};
