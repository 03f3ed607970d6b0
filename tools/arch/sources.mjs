import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/** All files under a folder, with `/` and relative to `root`. */
export function listFiles(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(
    entry => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return SKIPPED.has(entry.name) ? [] : listFiles(root, file);
      }
      return [file];
    },
  );
}

/** Sources of all packages: `{ file, text }`, `file` relative to the root. */
export function readSources(root) {
  return ['plugins', 'packages']
    .flatMap(folder => listFiles(root, folder))
    .filter(file => /\/src\/.*\.tsx?$/.test(file))
    .map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** Sources of tools and tests outside the packages. */
export function readToolSources(root) {
  return ['bench', 'tools', 'e2e']
    .flatMap(folder => listFiles(root, folder))
    .filter(file => /\.(m?js|tsx?)$/.test(file))
    .map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

const DOCUMENT_FOLDERS = [
  '.changeset',
  '.github',
  'bench',
  'docs',
  'e2e',
  'packages',
  'plugins',
  'tools',
];

/** All Markdown files that people write; not changelogs and API reports. */
export function listDocuments(root) {
  return [
    ...readdirSync(root),
    ...DOCUMENT_FOLDERS.filter(folder =>
      existsSync(path.join(root, folder)),
    ).flatMap(folder => listFiles(root, folder)),
  ].filter(
    file => /\.md$/.test(file) && !/CHANGELOG\.md$|\/report[^/]*$/.test(file),
  );
}

/** Whether a source is there for tests only. */
export function isTest(file) {
  return /\.(test|contract)\.tsx?$|\/testing\/|\/__testUtils__\/|setupTests/.test(
    file,
  );
}

/** The modules a source imports, with their lines. */
export function listImports(text) {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'/g,
    ),
  ].map(match => ({
    name: match[1] ?? match[2],
    line: lineAt(text, match.index + match[0].length),
  }));
}

/** The line of a place in a text, from 1. */
export function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
