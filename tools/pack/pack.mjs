import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { nodeEnvironment } from '../run/nodeRuntime.mjs';
import { ROOT } from '../run/paths.mjs';
import { main } from '../run/Problem.mjs';
import { checkPackage } from './checkPackage.mjs';
import { PACKED, packPackages } from './packPackages.mjs';
import { readTarball } from './readTarball.mjs';

/**
 * `node tools/pack/pack.mjs`: packs all published packages into
 * `.cache/packages` and checks what is in them.
 */
main(async () => {
  const packed = await packPackages(await nodeEnvironment());
  const context = {
    engines: JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
      .engines.node,
    published: packed.map(({ manifest }) => manifest.name),
  };
  let problems = 0;
  let bytes = 0;
  for (const { manifest, folder, tarball } of packed) {
    bytes += statSync(tarball).size;
    for (const problem of checkPackage(readTarball(tarball), folder, context)) {
      problems += 1;
      console.error(`${manifest.name}: ${problem}`);
    }
  }
  console.log(
    `${packed.length} packages, ${Math.round(bytes / 1024)} kB, in ` +
      `${path.relative(ROOT, PACKED)}: ${problems} problems`,
  );
  return problems > 0 ? 1 : 0;
});
