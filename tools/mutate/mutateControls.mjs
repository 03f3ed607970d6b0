import { writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CONTROLS, RESULTS } from './paths.mjs';

const require = createRequire(import.meta.url);

/**
 * Mutates the control files. The results are printed, and in
 * `.cache/mutate/controls.json`. Returns whether the samples notice enough.
 */
export function mutateControls() {
  require('@backstage/cli/config/nodeTransform.cjs');
  const { judgeMutants } = require(path.join(
    CONTROLS,
    'src/__testUtils__/judgeMutants.ts',
  ));
  const results = readdirSync(path.join(CONTROLS, 'controls')).map(id => {
    const mutants = judgeMutants(id);
    const survivors = mutants.filter(({ noticedBy }) => !noticedBy);
    const noticed = mutants.length - survivors.length;
    console.log(`${id}: ${noticed} of ${mutants.length} mutants noticed`);
    survivors.forEach(({ name }) => console.log(`  survived: ${name}`));
    return {
      id,
      noticed,
      total: mutants.length,
      survivors: survivors.map(({ name }) => name),
    };
  });
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(
    path.join(RESULTS, 'controls.json'),
    JSON.stringify(results, null, 2),
  );
  return results.every(({ noticed, total }) => noticed >= 0.85 * total);
}
