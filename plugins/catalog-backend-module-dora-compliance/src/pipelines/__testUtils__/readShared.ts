import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A recorded answer of a CI system, as JSON. Recordings lie beside the
 * checkout; DORA_SHARED names another place. Without them the tests fail.
 */
export function readShared(file: string) {
  const text = readFileSync(path.join(sharedFolder(), 'corpora', file), 'utf8');
  // Those of Azure DevOps begin with a byte order mark.
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** The folder `shared` beside the checkout; DORA_SHARED names another. */
export function sharedFolder(): string {
  if (process.env.DORA_SHARED) {
    return process.env.DORA_SHARED;
  }
  let folder = __dirname;
  while (folder !== path.dirname(folder)) {
    folder = path.dirname(folder);
    const shared = path.join(folder, 'shared');
    if (existsSync(path.join(shared, 'corpora'))) {
      return shared;
    }
  }
  throw new Error('The folder "shared" is missing; name it in DORA_SHARED');
}
