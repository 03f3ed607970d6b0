import path from 'node:path';
import { CACHE, ROOT } from '../run/paths.mjs';

/** The package whose code is mutated. */
export const ENGINE = path.join(ROOT, 'plugins/dora-compliance-engine');

/** Results of mutation tests, and copies of the engine while they run. */
export const RESULTS = path.join(CACHE, 'mutate');

/** The package with the control files. */
export const CONTROLS = path.join(
  ROOT,
  'plugins/dora-compliance-backend-module-controls',
);
