import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of real payloads beside the checkout that tests run in;
 * DORA_SHARED names another.
 * Throws without it, so that no test passes for want of data.
 *
 * @public
 */
export function sharedFolder(): string {
  if (process.env.DORA_SHARED) {
    return process.env.DORA_SHARED;
  }
  let folder = path.join(process.cwd(), 'x');
  while (folder !== path.dirname(folder)) {
    folder = path.dirname(folder);
    const shared = path.join(folder, 'shared');
    if (existsSync(path.join(shared, 'corpora'))) {
      return shared;
    }
  }
  throw new Error('The folder "shared" is missing; name it in DORA_SHARED');
}
