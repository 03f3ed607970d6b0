import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../run/paths.mjs';

/** The packages of this checkout that go to npm: `{ folder, manifest }`. */
export function publishedPackages(root = ROOT) {
  return ['plugins', 'packages']
    .flatMap(place =>
      readdirSync(path.join(root, place)).map(name =>
        path.join(root, place, name),
      ),
    )
    .filter(folder => existsSync(path.join(folder, 'package.json')))
    .map(folder => ({
      folder,
      manifest: JSON.parse(
        readFileSync(path.join(folder, 'package.json'), 'utf8'),
      ),
    }))
    .filter(({ manifest }) => !manifest.private);
}
