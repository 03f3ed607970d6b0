import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const sentences = {
  files: () => 'no other file imports it: remove it',
  dependencies: name => `no file imports ${name}: remove the dependency`,
  devDependencies: name => `no file imports ${name}: remove the dependency`,
  unlisted: name => `imports ${name}, which its package.json does not name`,
  exports: name => `no other file uses ${name}: remove it or its export`,
  types: name => `no other file uses ${name}: remove it or its export`,
};

/**
 * Files, exports and dependencies that no other file uses, or only tests. An
 * export may be for tests only if its own file uses it.
 */
export async function unused(root) {
  const [all, production] = await Promise.all([
    knip(root, []),
    withLenientConfiguration(root, configuration =>
      knip(root, [
        '--config',
        configuration,
        '--production',
        '--include',
        'files,exports,types',
      ]),
    ),
  ]);
  const known = new Set(all.map(({ file, message }) => file + message));
  return [
    ...all,
    ...production
      .filter(({ file, message }) => !known.has(file + message))
      .map(item => ({ ...item, message: `apart from tests, ${item.message}` })),
  ];
}

/** The configuration of knip, which ignores exports that their file uses. */
async function withLenientConfiguration(root, use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dora-knip-'));
  try {
    const file = path.join(folder, 'knip.json');
    const strict = readFileSync(path.join(root, 'knip.json'), 'utf8');
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(strict), ignoreExportsUsedInFile: true }),
    );
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function knip(root, args) {
  const { stdout } = await promisify(execFile)(
    'node',
    [
      path.join(root, 'node_modules/knip/bin/knip.js'),
      '--reporter',
      'json',
      '--no-exit-code',
      '--no-progress',
      ...args,
    ],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  return listItems(JSON.parse(stdout));
}

/** The report of knip as violations. */
export function listItems({ files = [], issues }) {
  return [
    ...files.map(file => ({ file, line: 1, message: sentences.files() })),
    ...issues.flatMap(issue =>
      Object.entries(sentences).flatMap(([kind, sentence]) =>
        (Array.isArray(issue[kind]) ? issue[kind] : []).map(
          ({ name, line = 1 }) => ({
            file: issue.file,
            line,
            message: sentence(name),
          }),
        ),
      ),
    ),
  ];
}
