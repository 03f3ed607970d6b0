/** A part of a control file, or a case of its tests. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Json[]
  | { [name: string]: Json };

/** Where a part stands, such as `assess`, 0, `assert`. */
export type Place = readonly (string | number)[];

/** A control that differs in one place, and how. */
export type Mutant = { name: string; control: Json };

export function readAt(tree: Json, place: Place): Json | undefined {
  return place.reduce<Json | undefined>(
    (part, key) =>
      typeof part === 'object' && part !== null
        ? (part as Record<string, Json>)[key]
        : undefined,
    tree,
  );
}

/** The same with another value in a place. */
export function putAt(tree: Json, place: Place, value: Json): Mutant {
  const control = structuredClone(tree);
  const parent = readAt(control, place.slice(0, -1)) as Record<string, Json>;
  parent[place.at(-1)!] = value;
  return { name: `${place.join('.')}: ${JSON.stringify(value)}`, control };
}

/** The same without a field or an element; none where it is not there. */
export function dropAt(tree: Json, place: Place): Mutant[] {
  if (readAt(tree, place) === undefined) {
    return [];
  }
  const control = structuredClone(tree);
  const parent = readAt(control, place.slice(0, -1));
  const key = place.at(-1)!;
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 1);
  } else {
    delete (parent as Record<string, Json>)[key];
  }
  return [{ name: `without ${place.join('.')}`, control }];
}

/** The names of the fields of a part, or the numbers of its elements. */
export function listKeys(tree: Json, place: Place): (string | number)[] {
  const part = readAt(tree, place);
  if (Array.isArray(part)) {
    return part.map((_, key) => key);
  }
  return typeof part === 'object' && part !== null ? Object.keys(part) : [];
}
