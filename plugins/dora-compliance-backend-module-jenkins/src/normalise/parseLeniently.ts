import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** A value in its shape, and the parts that had to be left out, as sentences. */
export type Lenient<T> = { readonly data: T; readonly flaws: string[] };

/**
 * Reads a value of a shape. Faults at paths (such as `actions.3.causes`) that
 * begin with `optional` are flaws, and the part of the value at that beginning
 * is left out. Any other fault throws a ZodError.
 */
export function parseLeniently<T>(
  shape: z.ZodType<T>,
  value: unknown,
  optional: RegExp,
): Lenient<T> {
  const first = shape.safeParse(value);
  if (first.success) {
    return { data: first.data, flaws: [] };
  }
  const rest = structuredClone(value);
  const wrong = first.error.issues.filter(({ path }) => {
    const [part] = optional.exec(path.join('.')) ?? [];
    leaveOut(rest, part?.split('.') ?? []);
    return part !== undefined;
  });
  const second = shape.safeParse(rest);
  if (!second.success) {
    throw second.error;
  }
  return {
    data: second.data,
    flaws: wrong.map(issue => describeProblem(new z.ZodError([issue]))),
  };
}

/** Deletes a member; an item of a list becomes null, so that none moves up. */
function leaveOut(root: unknown, path: readonly string[]) {
  const key = path.at(-1);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((value, name) => Object(value)[name], root);
  if (key === undefined || typeof holder !== 'object' || holder === null) {
    return;
  }
  if (Array.isArray(holder)) {
    holder[Number(key)] = null;
  } else {
    delete (holder as Record<string, unknown>)[key];
  }
}

/**
 * Reads the items of a list one by one: one that can't be read is a flaw that
 * names its place, and leaves the others alone.
 */
export function readEach<T>(
  items: readonly unknown[],
  describePlace: (index: number, item: unknown) => string,
  read: (item: unknown) => Lenient<T>,
): { readonly read: T[]; readonly flaws: string[] } {
  const found: T[] = [];
  const flaws: string[] = [];
  items.forEach((item, index) => {
    const inPlace = (flaw: string) => `${describePlace(index, item)}: ${flaw}`;
    try {
      const one = read(item);
      found.push(one.data);
      flaws.push(...one.flaws.map(inPlace));
    } catch (error) {
      flaws.push(inPlace(describeProblem(error)));
    }
  });
  return { read: found, flaws };
}
