import { matchesWild } from './matchesWild';

/**
 * Whether a path matches the segments of a pattern. `**` stands for any number of
 * segments, `*` for any text within one, `?` for one character.
 */
export function matchesSegments(
  path: string,
  segments: readonly string[],
): boolean {
  return matchesWild(path.split('/'), segments, {
    isWild: segment => segment === '**',
    matches: matchesSegment,
  });
}

function matchesSegment(text: string, pattern: string): boolean {
  const letters = splitLetters(pattern);
  return matchesWild([...text], letters, {
    isWild: letter => letter === '*',
    matches: (one, letter) =>
      letter === '?' || one === letter.replace('\\', ''),
  });
}

/** Letters of a pattern; an escaped one keeps its backslash. */
function splitLetters(pattern: string): string[] {
  const letters: string[] = [];
  for (const letter of pattern) {
    if (letters.at(-1) === '\\') {
      letters[letters.length - 1] = `\\${letter}`;
    } else {
      letters.push(letter);
    }
  }
  return letters;
}
