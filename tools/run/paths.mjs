import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What was fetched or made and can be removed at any time. */
export const CACHE = path.join(ROOT, '.cache');

/** What the demo keeps between starts. */
export const DATA = path.join(ROOT, '.data');

/** What the steps of the last run printed, a file for each. */
export const LOGS = path.join(CACHE, 'logs');
