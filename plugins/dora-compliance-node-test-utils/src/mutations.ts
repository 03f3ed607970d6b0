/** A generator of numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a field may be instead of what it should be, as JSON text. */
const oddities = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '9007199254740993',
  '""',
  '"\\ud800"',
  '"\\u0000"',
  '"9999-99-99T99:99:99Z"',
  '"javascript:alert(1)"',
  '[]',
  '{}',
  '[null]',
  '{"__proto__":{"login":"mallory"}}',
  '{"constructor":{"prototype":{}}}',
];

const encoder = new TextEncoder();

/**
 * A payload with a few of its values replaced or removed: the same for the
 * same seed.
 */
export function mutated(body: Uint8Array, seed: number): Uint8Array {
  const random = generator(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const marks: string[] = [];
  const root: unknown = JSON.parse(new TextDecoder().decode(body));
  for (let change = 0; change <= pick(3); change += 1) {
    const holders = holdersIn(root);
    const holder = holders[pick(holders.length)];
    const keys = holder ? Object.keys(holder) : [];
    const key = keys[pick(keys.length)];
    if (holder && key !== undefined) {
      if (random() < 0.3) {
        delete holder[key];
      } else {
        const mark = `mutation-${marks.length}-${seed}`;
        marks.push(mark);
        holder[key] = mark;
      }
    }
  }
  const text = marks.reduce(
    (json, mark) =>
      json.replace(`"${mark}"`, () => oddities[pick(oddities.length)] ?? '0'),
    JSON.stringify(root),
  );
  return encoder.encode(text);
}

/** All objects and lists in a value, itself included. */
function holdersIn(root: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'object' && next !== null) {
      found.push(next as Record<string, unknown>);
      open.push(...Object.values(next).filter(value => value !== undefined));
    }
  }
  return found;
}
