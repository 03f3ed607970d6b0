import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { ROOT } from '../run/paths.mjs';
import { applyBlock } from './applyBlock.mjs';
import { addCommands } from './addCommands.mjs';

/** The one of Backstage 1.55, which `backstage.json` names. */
const CREATE_APP = '@backstage/create-app@0.9.2';
const RELEASE = '1.55.0';

/** Until then its patches came; what Backstage released later is another. */
const RELEASED_BEFORE = Date.parse('2026-09-25');
const CHANGES = ['insert', 'prepend', 'replace', 'create', 'merge'];

/**
 * A new Backstage with our packages in it, as the documents say.
 *
 * @param options - `name`; `legacy`: of the legacy frontend system; `blocks`
 * of the documents; `resolutions` of the tarballs; `range` of their versions;
 * `lock`: a yarn.lock to begin with
 */
export async function createBackstage(place, options) {
  const { name, legacy, resolutions, range, lock } = options;
  const app = path.join(place.folder, name);
  await place.run(
    `${name}: create-app`,
    'npx',
    ['--yes', CREATE_APP, '--skip-install', ...(legacy ? ['--legacy'] : [])],
    { cwd: place.folder, env: { BACKSTAGE_APP_NAME: name } },
  );
  checkRelease(app);
  resolve(app, resolutions);
  pinRelease(app);
  // What was there before is a configuration without any of ours.
  const stock = readFileSync(path.join(app, 'app-config.yaml'), 'utf8');
  writeFileSync(path.join(app, 'app-config.stock.yaml'), stock);
  copyFileSync(lock, path.join(app, 'yarn.lock'));
  const blocks = options.blocks.filter(block => legacy || !block.only);
  const of = action => blocks.filter(block => block.action === action);
  const added = [...addCommands(of('run'), range)];
  for (const [index, [workspace, names]] of added.entries()) {
    const isLast = index === added.length - 1;
    await place.run(
      `${name}: yarn add in ${workspace}`,
      'yarn',
      [
        ...['--cwd', workspace, 'add', ...names],
        ...(isLast ? [] : ['--mode=update-lockfile']),
      ],
      { cwd: app },
    );
  }
  blocks
    .filter(({ action }) => CHANGES.includes(action))
    .forEach(block => applyBlock(app, block));
  for (const { text } of of('verify')) {
    for (const line of text.split('\n')) {
      await place.run(`${name}: ${line}`, 'sh', ['-c', line], { cwd: app });
    }
  }
  return app;
}

function checkRelease(app) {
  const { version } = readJson(path.join(app, 'backstage.json'));
  if (version !== RELEASE) {
    throw new Error(`${CREATE_APP} makes Backstage ${version}, not ${RELEASE}`);
  }
}

/**
 * As the guide says; and what this repository pins of tools that the release
 * brings: a driver of SQLite with its binaries, and what can't be installed.
 */
function resolve(app, resolutions) {
  const file = path.join(app, 'package.json');
  const manifest = readJson(file);
  manifest.resolutions = {
    ...readJson(path.join(ROOT, 'package.json')).resolutions,
    ...resolutions,
  };
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/**
 * create-app begins with the yarn.lock of its release, from GitHub. Without,
 * the newest patches of later releases are mixed in, and do not fit. The
 * registry alone is enough when it is asked for what there was at that time.
 */
function pinRelease(app) {
  const days = Math.floor((Date.now() - RELEASED_BEFORE) / 86_400_000);
  const file = path.join(app, '.yarnrc.yml');
  const settings = parseDocument(readFileSync(file, 'utf8'));
  settings.set('npmMinimalAgeGate', `${days}d`);
  settings.delete('npmPreapprovedPackages');
  writeFileSync(file, settings.toString());
}
