import type { FieldChange } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The field of a payload that shows what was changed. */
export const Changes = z.record(z.string(), z.unknown()).nullish();

/**
 * What changed, by field in order. GitHub reports the value before as `from`,
 * seldom the one after as `to`: the latter is looked up at the same path of
 * what there is now.
 *
 * @param present - the changed thing as the payload shows it
 */
export function listFieldChanges(
  changes: z.output<typeof Changes>,
  present: unknown = {},
): FieldChange[] {
  return inOrder(walk(changes ?? {}, '', present));
}

/** What differs between two objects, as far as both are reported. */
export function differences(before: unknown, after: unknown): FieldChange[] {
  return inOrder(compare('', before, after));
}

function walk(changes: Json, path: string, present: unknown): FieldChange[] {
  return Object.entries(changes).flatMap(([key, change]) => {
    const field = join(path, key);
    const now = isObject(present) ? present[key] : undefined;
    if (!isObject(change)) {
      return [{ field }];
    }
    return 'from' in change || 'to' in change
      ? compare(field, change.from, 'to' in change ? change.to : now)
      : walk(change, field, now);
  });
}

/** An object becomes a change for each of its fields that differ. */
function compare(
  field: string,
  before: unknown,
  after: unknown,
): FieldChange[] {
  if (!isObject(before)) {
    return [toFieldChange(field, before, after)];
  }
  const now = isObject(after) ? after : {};
  const changes = Object.keys(before)
    .filter(key => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
    .flatMap(key => compare(join(field, key), before[key], now[key]));
  return changes.length > 0 || !field ? changes : [{ field }];
}

/** One changed field; a value that is undefined is left out. */
export function toFieldChange(
  field: string,
  before: unknown,
  after: unknown,
): FieldChange {
  return {
    field,
    ...(before !== undefined && { before: toValue(before) }),
    ...(after !== undefined && { after: toValue(after) }),
  };
}

/** What is no plain value is written as JSON. */
function toValue(value: unknown): FieldChange['before'] {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON knows numbers that are too large to be one here.
      return Number.isFinite(value) ? value : String(value);
    default:
      break;
  }
  if (Array.isArray(value)) {
    return value.map(item =>
      typeof item === 'string' ? item : JSON.stringify(item),
    );
  }
  return value === null ? null : JSON.stringify(value);
}

/** A field may have no name, but evidence names each. */
function inOrder(changes: FieldChange[]): FieldChange[] {
  return changes
    .map(change => ({ ...change, field: change.field || '""' }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
