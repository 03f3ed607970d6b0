import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Verdicts that a former run found, as judging takes minutes. */
export function readVerdicts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Keeps them for the next run. */
export function writeVerdicts(file, verdicts) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(verdicts, undefined, 1)}\n`);
}
