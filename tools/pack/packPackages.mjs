import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { captured } from './captured.mjs';
import { YARN } from '../run/dependencies.mjs';
import { CACHE } from '../run/paths.mjs';
import { Problem } from '../run/Problem.mjs';
import { publishedPackages } from './publishedPackages.mjs';

/** Where the tarballs are, and `resolutions.json`, which names each of them. */
export const PACKED = path.join(CACHE, 'packages');

// One process of `backstage-cli package prepack` keeps one core busy.
const AT_ONCE = 2;

/**
 * Packs each published package as `yarn npm publish` would, into `.cache`.
 * They must be built. Answers `{ manifest, folder, tarball }` of each.
 */
export async function packPackages(env) {
  rmSync(PACKED, { recursive: true, force: true });
  mkdirSync(PACKED, { recursive: true });
  const packages = publishedPackages();
  const waiting = [...packages];
  const packed = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      packed.push({ ...next, tarball: await pack(next, env) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  packed.sort((a, b) => a.manifest.name.localeCompare(b.manifest.name));
  writeFileSync(
    path.join(PACKED, 'resolutions.json'),
    `${JSON.stringify(toResolutions(packed), null, 2)}\n`,
  );
  return packed;
}

/** What makes Yarn take the tarballs, for `resolutions` in a package.json. */
export function toResolutions(packed) {
  return Object.fromEntries(
    packed.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]),
  );
}

async function pack({ folder, manifest }, env) {
  if (!existsSync(path.join(folder, 'dist'))) {
    throw new Problem(
      `${manifest.name} is not built.`,
      'run "yarn tsc && yarn build" first.',
    );
  }
  const tarball = path.join(PACKED, `${path.basename(folder)}.tgz`);
  const yarn = (...args) =>
    captured('node', [YARN, ...args], { env, cwd: folder });
  const { code, text } = await yarn('pack', '--out', tarball);
  // `prepack` rewrites package.json, and only a pack that ends puts it back.
  if (existsSync(path.join(folder, 'package.json-prepack'))) {
    await yarn('postpack');
  }
  if (code !== 0) {
    throw new Problem(
      `${manifest.name} can't be packed:\n${text}`,
      'read the lines above; "yarn fix" completes the fields of package.json.',
    );
  }
  return tarball;
}
