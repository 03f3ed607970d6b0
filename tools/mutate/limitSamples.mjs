import { createRequire } from 'node:module';

/**
 * Makes property tests try few samples, and always the same, so that a mutant costs
 * less than a second and has the same result in each run.
 *
 * @param folder - the package whose tests run
 */
export function limitSamples(folder, numRuns) {
  const load = createRequire(`${folder}/package.json`);
  const all = load('fast-check');
  const assert = (property, options) =>
    all.assert(property, {
      seed: 20260301,
      ...options,
      numRuns: Math.min(numRuns, options?.numRuns ?? numRuns),
    });
  const limited = { ...all, assert };
  load.cache[load.resolve('fast-check')].exports = {
    ...limited,
    default: limited,
    __esModule: true,
  };
}
