import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from './corporaFolder';

/** A JSON file of the real payloads; `file` is relative to `corpora`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function readCorpusJson(file: string): any {
  const text = readFileSync(path.join(corporaFolder(), file), 'utf8');
  // Files of Azure DevOps begin with a byte order mark.
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
