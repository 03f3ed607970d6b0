import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../run/Problem.mjs';
import { formatted } from './formatted.mjs';

/**
 * Inserts texts into a file and formats it. Each of `insertions` is a pattern,
 * which must match, and the text that goes after the match. Returns the file.
 */
export function editFile(root, file, insertions) {
  const place = path.join(root, file);
  const after = insertions.reduce((text, [pattern, added]) => {
    const matches = [...text.matchAll(pattern)];
    const last = matches.at(-1);
    if (!last) {
      throw new Problem(
        `${file} has nothing like ${pattern}.`,
        'correct the pattern in tools/new, which names what the file has.',
      );
    }
    const end = last.index + last[0].length;
    return text.slice(0, end) + added + text.slice(end);
  }, readFileSync(place, 'utf8'));
  writeFileSync(place, formatted(file, after));
  return file;
}
