import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files that each recipe of CONTRIBUTING.md names, by its kind: the items
 * between `<!-- recipe: kind -->` and the next heading that begin with a file in
 * backticks.
 */
export function filesOfRecipes(root) {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/<!-- recipe: ([a-z-]+) -->\n([^]*?)(?=\n#)/g)].map(
      ([, kind, recipe]) => [
        kind,
        [...recipe.matchAll(/^- `([^`]+)`/gm)].map(([, file]) => file),
      ],
    ),
  );
}
