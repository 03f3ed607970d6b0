import { z } from 'zod';

/**
 * A value that can't be used: where it is, what it is, what is allowed.
 *
 * @public
 */
export const DeclarationProblem = z.object({
  /** Path in the entity, e.g. `spec.dora.continuity.rto`. */
  field: z.string(),
  /** The value as JSON, cut when it is long. */
  value: z.string(),
  /** What is allowed, as a phrase that follows the field. */
  allowed: z.string(),
});

/** @public */
export type DeclarationProblem = z.output<typeof DeclarationProblem>;

/**
 * A problem as one sentence.
 *
 * @public
 */
export function explainProblem(problem: DeclarationProblem): string {
  return `${problem.field} is ${problem.value}; it ${problem.allowed}`;
}

/**
 * Reads a block field by field: a field that is wrong is left out and named,
 * and the others are kept.
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
    const allowed = 'must be a block of fields';
    return {
      declared: {},
      problems: [{ field: at, value: shown(block), allowed }],
    };
  }
  const declared: Record<string, unknown> = {};
  const problems: DeclarationProblem[] = [];
  for (const [name, value] of Object.entries(block)) {
    const field = Object.hasOwn(schema.shape, name)
      ? (schema.shape[name] as z.ZodType)
      : undefined;
    if (!field) {
      const names = Object.keys(schema.shape).join(', ');
      problems.push({
        field: `${at}.${name}`,
        value: shown(value),
        allowed: `is no field; there are ${names}`,
      });
      continue;
    }
    const result = field.safeParse(value);
    if (result.success) {
      declared[name] = result.data;
    } else {
      problems.push(...problemsOf(result.error, value, `${at}.${name}`));
    }
  }
  return { declared: declared as Partial<z.output<T>>, problems };
}

function problemsOf(error: z.ZodError, value: unknown, at: string) {
  return error.issues.map(issue => ({
    field: [at, ...issue.path.map(String)].join('.'),
    value: shown(valueAt(value, issue.path)),
    allowed: phraseOf(issue),
  }));
}

/** Every message as a phrase that begins with a verb. */
function phraseOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(', ')}`.replace(
        /, ([^,]*)$/,
        ' or $1',
      );
    case 'unrecognized_keys':
      return `may not have ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    default:
      return /^(must|may|is) /.test(issue.message)
        ? issue.message
        : `is not accepted: ${issue.message}`;
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
