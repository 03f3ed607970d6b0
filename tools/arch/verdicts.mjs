import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Regular expressions that one version of `recheck` found linear, by literal.
 * They are kept in the repository, as judging all of them takes minutes: only
 * new ones are judged. Another version judges all of them again.
 */
export function readVerdicts(file, version) {
  const kept = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { version, safe: [] };
  return kept.version === version
    ? Object.fromEntries(kept.safe.map(literal => [literal, 'safe']))
    : {};
}

/** Keeps those of the literals that are still used. */
export function writeVerdicts(file, version, verdicts, used) {
  const safe = [...used]
    .filter(literal => verdicts[literal] === 'safe')
    .sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ version, safe }, undefined, 2)}\n`);
}
