import {
  type IctAsset,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { END_OF_TIME } from '../judgement/calendarDays';
import { evaluateNode, UNKNOWN } from './evaluateNode';
import type { Node } from './Expression';
import { TimeValue } from './TimeValue';

/**
 * What came of an assertion.
 *
 * @public
 */
export type AssertionResult = {
  /** Null if it depends on something that is missing. */
  value: boolean | null;
  /** What is missing, as the assertion names it, such as `member.commit`. */
  missing: readonly string[];
  /** Why it has no value. */
  broken?: string;
  /** When the answer may change without new evidence. */
  changesAt?: Instant;
};

/**
 * How many nodes are evaluated at most. Nested macros over long lists would take
 * minutes.
 */
const MAX_STEPS = 100_000;

/**
 * Evaluates an assertion. It is never true while anything that it reads is
 * missing, whatever else it says: a true answer must not come from a gap.
 */
export function evaluateAssertion(
  expression: Node,
  {
    verdicts,
    member,
    asset,
    parameters,
    asOf,
  }: {
    verdicts: Readonly<Record<string, boolean | null>>;
    member: object;
    asset: IctAsset;
    parameters: Readonly<Record<string, unknown>>;
    asOf: Instant;
  },
): AssertionResult {
  const missing = new Set<string>();
  const changesIn = { ms: Infinity };
  const steps = { left: MAX_STEPS };
  const values = {
    ...bindVerdicts(verdicts, asset),
    member,
    parameters,
    asOf: TimeValue.asOf(asOf),
  };
  try {
    const value = evaluateNode(expression, {
      values,
      missing,
      changesIn,
      steps,
    });
    const isKnown = value !== UNKNOWN && !(value === true && missing.size > 0);
    return {
      value: isKnown ? value === true : null,
      missing: [...missing],
      ...findChange(asOf, changesIn.ms),
    };
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    return { value: null, missing: [...missing], broken };
  }
}

/** A change after the last instant never comes. */
function findChange(
  asOf: Instant,
  ms: number,
): Pick<AssertionResult, 'changesAt'> {
  const at = Date.parse(asOf) + ms;
  return at <= Date.parse(END_OF_TIME)
    ? { changesAt: toInstant(new Date(at)) }
    : {};
}

/** `change.independence` becomes `{change: {independence: {satisfied}}}`. */
function bindVerdicts(
  verdicts: Readonly<Record<string, boolean | null>>,
  asset: IctAsset,
): Record<string, object> {
  const scopes: Record<string, object> = { asset };
  for (const [name, satisfied] of Object.entries(verdicts)) {
    const [scope = '', judgement = ''] = name.split('.');
    scopes[scope] = { ...scopes[scope], [judgement]: { satisfied } };
  }
  return scopes;
}
