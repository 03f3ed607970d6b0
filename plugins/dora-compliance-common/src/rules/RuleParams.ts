import type { None } from '../assessment/reasons/None';

/**
 * Every rule that a declared value may break, and its parameters.
 *
 * @public
 */
export type RuleParams = {
  block: None;
  country: None;
  day: None;
  'entity-reference': { example: string };
  euid: None;
  'function-id': None;
  json: None;
  'known-field': { fields: string };
  'known-keys': { keys: string };
  lei: None;
  /** Values, separated by commas. */
  'one-of': { values: string };
  /** In the words of the library that validates. */
  other: { message: string };
  'pipeline-urn': None;
  placeholder: None;
  'positive-duration': None;
  /** A text is too short to be a reason, or a placeholder. */
  reason: None;
  'recovery-objective': None;
  'repository-address': None;
  'service-type': None;
  'support-date': None;
  /** A type of JSON. */
  type: { type: string };
  urn: None;
};

/** @public */
export type RuleName = keyof RuleParams;

/**
 * What each rule allows in one language, as a phrase that follows the name of
 * a field: "must be ...".
 *
 * @public
 */
export type RulePhrases = {
  readonly [R in RuleName]: (params: RuleParams[R]) => string;
};
