import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const sentences = {
  files: () => 'no other file imports it: remove it',
  dependencies: name => `no file imports ${name}: remove the dependency`,
  devDependencies: name => `no file imports ${name}: remove the dependency`,
  unlisted: name => `imports ${name}, which its package.json does not name`,
  exports: name => `nothing uses ${name}: remove it`,
};

/** Files, exports and dependencies that nothing uses, or only tests. */
export async function unused(root) {
  const [all, production] = await Promise.all([
    knip(root, []),
    knip(root, ['--production', '--include', 'files,exports']),
  ]);
  const known = new Set(all.map(({ file, message }) => file + message));
  return [
    ...all,
    ...production
      .filter(({ file, message }) => !known.has(file + message))
      .map(item => ({ ...item, message: `apart from tests, ${item.message}` })),
  ];
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
