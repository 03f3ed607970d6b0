import { z } from 'zod';
import { englishRules } from '../rules/englishRules';
import type { RuleName, RuleParams, RulePhrases } from '../rules/RuleParams';
import { ruleOfMessage } from '../rules/schemaMessage';

/**
 * A value that can't be used: where it is, what it is, which rule it breaks.
 *
 * @public
 */
export const DeclarationProblem = z.object({
  /** Path in the entity, e.g. `spec.dora.continuity.rto`. */
  field: z.string(),
  /** The value as JSON, truncated if it is long. */
  value: z.string(),
  /** The name of the rule. */
  rule: z.string(),
  /** What a sentence about the rule needs. */
  params: z.record(z.string(), z.string()),
});

/** @public */
export type DeclarationProblem = z.output<typeof DeclarationProblem>;

/** The name of a rule and its parameters. */
type Broken = Pick<DeclarationProblem, 'rule' | 'params'>;

/** A broken rule. @public */
export function brokenRule<R extends RuleName>(
  rule: R,
  params: RuleParams[R],
): Pick<DeclarationProblem, 'rule' | 'params'> {
  return { rule, params: { ...params } };
}

/**
 * What a rule allows, as a phrase that follows the name of the field.
 *
 * @public
 */
export function explainRule(
  { rule, params }: { rule: string; params: Readonly<Record<string, unknown>> },
  phrases: RulePhrases = englishRules,
): string {
  const phrase = Object.hasOwn(phrases, rule)
    ? (phrases[rule as RuleName] as (params: unknown) => string)
    : undefined;
  return phrase?.(params) ?? rule;
}

/**
 * A problem as one sentence, without a period.
 *
 * @public
 */
export function explainProblem(problem: DeclarationProblem): string {
  return `${problem.field} is ${problem.value}; it ${explainRule(problem)}`;
}

/**
 * Reads a block field by field: omits and reports each wrong field, and keeps
 * the others.
 *
 * @param at - where the block is in the entity, e.g. `spec.dora`
 * @public
 */
export function readDeclaration<T extends z.ZodObject>(
  schema: T,
  block: unknown,
  at: string,
): { declared: Partial<z.output<T>>; problems: DeclarationProblem[] } {
  if (block === undefined || block === null) {
    return { declared: {}, problems: [] };
  }
  if (typeof block !== 'object' || Array.isArray(block)) {
    const problem = { field: at, value: shown(block) };
    return {
      declared: {},
      problems: [{ ...problem, ...brokenRule('block', {}) }],
    };
  }
  const declared: Record<string, unknown> = {};
  const problems: DeclarationProblem[] = [];
  for (const [name, value] of Object.entries(block)) {
    const field = Object.hasOwn(schema.shape, name)
      ? (schema.shape[name] as z.ZodType)
      : undefined;
    if (!field) {
      const fields = Object.keys(schema.shape).join(',');
      problems.push({
        field: `${at}.${name}`,
        value: shown(value),
        ...brokenRule('known-field', { fields }),
      });
      continue;
    }
    const result = field.safeParse(value);
    if (result.success) {
      declared[name] = result.data;
    } else {
      problems.push(...listProblems(result.error, value, `${at}.${name}`));
    }
  }
  return { declared: declared as Partial<z.output<T>>, problems };
}

function listProblems(error: z.ZodError, value: unknown, at: string) {
  return error.issues.map(issue => ({
    field: [at, ...issue.path.map(String)].join('.'),
    value: shown(valueAt(value, issue.path)),
    ...findRule(issue),
  }));
}

function findRule(issue: z.core.$ZodIssue): Broken {
  switch (issue.code) {
    case 'invalid_value':
      return brokenRule('one-of', {
        values: issue.values.map(String).join(','),
      });
    case 'unrecognized_keys':
      return brokenRule('known-keys', { keys: issue.keys.join(',') });
    case 'invalid_type':
      return brokenRule('type', { type: issue.expected });
    default: {
      const { message } = issue;
      return ruleOfMessage(message) ?? brokenRule('other', { message });
    }
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** A value as a problem shows it. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
