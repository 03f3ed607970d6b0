import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of real payloads, `corpora` in the folder `shared` beside the
 * checkout. The environment variable DORA_SHARED names another place of
 * `shared`. Only tests named `*.corpora.test.ts` read it.
 *
 * Throws when the folder is missing, so that no test passes without data.
 */
export function corporaFolder(): string {
  const shared =
    process.env.DORA_SHARED ??
    // The package is private and never built for production.
    // eslint-disable-next-line no-restricted-syntax
    path.resolve(__dirname, '../../../../shared');
  const folder = path.join(shared, 'corpora');
  if (!existsSync(folder)) {
    throw new Error(
      `There are no real payloads at ${folder}; set DORA_SHARED to the folder that contains "corpora"`,
    );
  }
  return folder;
}
