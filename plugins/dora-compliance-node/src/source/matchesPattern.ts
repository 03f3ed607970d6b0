/**
 * Whether a name is meant by a pattern: `*` stands for anything but a slash,
 * `**` for anything at all. Reads the name once, whatever the pattern is.
 *
 * @public
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.match(/\*\*|[^]/g) ?? [];
  let places = behindStars(parts, [0]);
  for (let at = 0; at < name.length && places.size > 0; at += 1) {
    const letter = name.charAt(at);
    places = behindStars(
      parts,
      [...places].flatMap(place => afterLetter(parts[place], letter, place)),
    );
  }
  return places.has(parts.length);
}

/** Where in the pattern one can be after another letter of the name. */
function afterLetter(
  part: string | undefined,
  letter: string,
  place: number,
): number[] {
  if (part === '**' || (part === '*' && letter !== '/')) {
    return [place];
  }
  return part !== '*' && part === letter ? [place + 1] : [];
}

/** These places, and those one gets to as a star may stand for nothing. */
function behindStars(
  parts: readonly string[],
  places: readonly number[],
): Set<number> {
  const all = new Set(places);
  for (const place of all) {
    if (parts[place]?.startsWith('*')) {
      all.add(place + 1);
    }
  }
  return all;
}
