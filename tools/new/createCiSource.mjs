import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../arch/sources.mjs';
import { ROOT } from '../run/paths.mjs';
import { Problem } from '../run/Problem.mjs';
import { editFile } from './editFile.mjs';
import { formatted } from './formatted.mjs';
import { requireMatch } from './requireMatch.mjs';

const CLI = path.join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');
const BACKEND = '@ict-assurance/backstage-plugin-dora-compliance-backend';

/**
 * Creates a backend module for a CI system, e.g. `buildkite`, with the Backstage
 * CLI, and lists it where sources are listed. Returns the files.
 */
export function createCiSource(root, id) {
  // In one word: it is the id of the source, a key and an environment variable.
  requireMatch(id, /^[a-z]+$/, 'buildkite');
  execFileSync(
    'node',
    [
      CLI,
      'new',
      '--select',
      'ci-source',
      '--option',
      `moduleId=${id}`,
      '--skip-install',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const folder = `plugins/dora-compliance-backend-module-${id}`;
  if (!existsSync(path.join(root, folder, 'package.json'))) {
    // The CLI says why, and exits with 0.
    throw new Problem(`${folder} was not created.`, 'read the lines above.');
  }
  const title = id[0].toUpperCase() + id.slice(1);
  correctManifest(root, `${folder}/package.json`);
  return [
    ...[
      ...listFiles(root, folder),
      'packages/backend/package.json',
      'packages/backend/src/index.ts',
    ].map(file => format(root, file)),
    editFile(root, 'plugins/dora-compliance-backend/src/findUnreadKeys.ts', [
      [
        /^const modules[^=]*= \{\n(?: {2}.*\n)*/gm,
        `  ${id}: \`\${PACKAGE}-${id}\`,\n`,
      ],
    ]),
    editFile(root, 'docs/guides/evidence-sources.md', [
      [
        /^\| `.*-backend-module-.*\|\n/gm,
        `| \`${id}\` | token | [${title}](../../${folder}/README.md) |\n`,
      ],
    ]),
  ];
}

/**
 * The CLI adds the backend, which modules never import, and marks the package as
 * private, whatever `globals` in the root package.json says.
 */
function correctManifest(root, file) {
  const place = path.join(root, file);
  const manifest = JSON.parse(readFileSync(place, 'utf8'));
  delete manifest.devDependencies[BACKEND];
  delete manifest.private;
  writeFileSync(place, JSON.stringify(manifest));
}

function format(root, file) {
  const place = path.join(root, file);
  writeFileSync(place, formatted(file, readFileSync(place, 'utf8')));
  return file;
}
