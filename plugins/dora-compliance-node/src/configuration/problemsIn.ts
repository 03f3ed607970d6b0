import { nearestName } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/** What is wrong with a part of the configuration, a sentence for each key. */
export function problemsIn(
  error: z.ZodError,
  { key, schema, given }: { key: string; schema: z.ZodType; given: unknown },
): string[] {
  return error.issues.flatMap(issue => {
    const at = joinKey(key, issue.path);
    if (issue.code === 'unrecognized_keys') {
      const known = knownAt(schema, issue.path);
      return issue.keys.map(name => unknownKey(`${at}.${name}`, name, known));
    }
    const value = valueAt(given, issue.path);
    if (value === undefined) {
      return [
        `${at} is missing, or it names an environment variable that is not set`,
      ];
    }
    return [`${at} ${expectation(issue, value) ?? issue.message}`];
  });
}

/**
 * That a key is unknown, and which one was most likely meant.
 *
 * @public
 */
export function unknownKey(
  key: string,
  name: string,
  known: readonly string[],
): string {
  const nearest = nearestName(name, known);
  return `${key} is unknown; ${
    nearest ? `did you mean ${nearest}?` : `known are ${known.join(', ')}`
  }`;
}

type Path = readonly PropertyKey[];

function joinKey(key: string, path: Path): string {
  return path.reduce<string>(
    (at, part) =>
      typeof part === 'number' ? `${at}[${part}]` : `${at}.${String(part)}`,
    key,
  );
}

function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown>)?.[part],
    given,
  );
}

/** The keys that the schema has at a place. */
function knownAt(schema: z.ZodType, path: Path): string[] {
  const bare = unwrapped(schema);
  const [part, ...rest] = path;
  if (bare instanceof z.ZodObject) {
    const { shape } = bare;
    return part === undefined
      ? Object.keys(shape)
      : knownAt(shape[String(part)], rest);
  }
  return bare instanceof z.ZodArray
    ? knownAt(bare.element as z.ZodType, rest)
    : [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const { in: first, out } = schema;
    return unwrapped(
      (first instanceof z.ZodTransform ? out : first) as z.ZodType,
    );
  }
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}

/** What a list or an object should have been, without its value. */
function expectation(
  issue: z.core.$ZodIssue,
  value: unknown,
): string | undefined {
  if (issue.code !== 'invalid_type') {
    return undefined;
  }
  const kinds: Record<string, string> = {
    array: 'a list',
    object: 'an object',
  };
  const expected = kinds[issue.expected];
  return expected && `must be ${expected}, not ${describeKind(value)}`;
}

function describeKind(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
