import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Whether the tests on real payloads run. They read the folder `shared` beside
 * the checkout, which a clone of the repository alone does not have; there the
 * run says that they were left out. In CI a missing folder is a failure, unless
 * DORA_REAL_PAYLOADS is `optional`; it is one anywhere if that is `required`.
 *
 * @returns `{ run: true }`, or `run: false` with `why`; `missing` if they
 * should run and can't
 */
export function realPayloads(env, root = ROOT) {
  const shared = env.DORA_SHARED ?? path.resolve(root, '..', 'shared');
  if (existsSync(path.join(shared, 'corpora'))) {
    return { run: true };
  }
  const why = `there is no folder ${shared} with real payloads (DORA_SHARED names another place)`;
  const wanted =
    env.DORA_REAL_PAYLOADS ?? (isCi(env) ? 'required' : 'optional');
  return wanted === 'required'
    ? { run: true, missing: why }
    : { run: false, why };
}

/** Whether the run is one of continuous integration. */
export function isCi({ CI }) {
  return Boolean(CI) && CI !== 'false' && CI !== '0';
}
