import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Removes from the results of the last run all mutants but those that a test killed,
 * so that they run again: another test may notice them now.
 */
export function forgetSurvivors(file) {
  if (!existsSync(file)) {
    return;
  }
  const results = JSON.parse(readFileSync(file, 'utf8'));
  for (const one of Object.values(results.files)) {
    one.mutants = one.mutants.filter(({ status }) => status === 'Killed');
  }
  writeFileSync(file, JSON.stringify(results));
}
