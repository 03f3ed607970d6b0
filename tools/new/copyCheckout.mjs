import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../run/paths.mjs';

const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  '.cache',
  '.data',
  '.yarn',
  'dist',
  'dist-types',
  'coverage',
]);

const SCOPE = '@ict-assurance';

/**
 * Copies the sources of the checkout to a temporary folder that works like it:
 * dependencies are links, and our own packages are those of the copy.
 */
export function copyCheckout() {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'dora-new-'));
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(name)) {
      cpSync(path.join(ROOT, name), path.join(copy, name), {
        recursive: true,
        filter: source => !LEFT_OUT.has(path.basename(source)),
      });
    }
  }
  linkAll(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  mkdirSync(path.join(copy, 'node_modules', SCOPE));
  for (const folder of packageFolders(copy)) {
    const nested = path.join(ROOT, folder, 'node_modules');
    if (existsSync(nested)) {
      symlinkSync(nested, path.join(copy, folder, 'node_modules'));
    }
    linkPackage(copy, folder);
  }
  return copy;
}

/** Links a package of the copy, as `yarn install` does. */
export function linkPackage(copy, folder) {
  const { name } = JSON.parse(
    readFileSync(path.join(copy, folder, 'package.json'), 'utf8'),
  );
  const link = path.join(copy, 'node_modules', name);
  if (!existsSync(link)) {
    symlinkSync(path.join(copy, folder), link);
  }
}

function linkAll(from, to) {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== SCOPE) {
      symlinkSync(path.join(from, name), path.join(to, name));
    }
  }
}

function packageFolders(copy) {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(path.join(copy, group))
      .map(name => `${group}/${name}`)
      .filter(folder => existsSync(path.join(copy, folder, 'package.json'))),
  );
}
