import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyBlock } from './applyBlock.mjs';
import { addCommands } from './addCommands.mjs';

/** The one of Backstage 1.55, which `backstage.json` names. */
const CREATE_APP = '@backstage/create-app@0.9.2';
const RELEASE = '1.55.0';
const CHANGES = ['insert', 'prepend', 'replace', 'create', 'merge'];

/**
 * A new Backstage with our packages in it, as the documents say.
 *
 * @param options - `name`; `legacy`: of the legacy frontend system; `blocks`
 * of the documents; `resolutions` of the tarballs; `range` of their versions;
 * `lock`: a yarn.lock that spares resolving all anew
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
  // What was there before is a configuration without any of ours.
  const stock = readFileSync(path.join(app, 'app-config.yaml'), 'utf8');
  writeFileSync(path.join(app, 'app-config.stock.yaml'), stock);
  if (lock && existsSync(lock)) {
    writeFileSync(path.join(app, 'yarn.lock'), readFileSync(lock, 'utf8'));
  }
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
  const text = readFileSync(path.join(app, 'backstage.json'), 'utf8');
  if (JSON.parse(text).version !== RELEASE) {
    throw new Error(`${CREATE_APP} makes Backstage ${text}, not ${RELEASE}`);
  }
}

/** As the guide says; and a driver of SQLite that brings its binaries. */
function resolve(app, resolutions) {
  const file = path.join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.resolutions = {
    ...manifest.resolutions,
    ...resolutions,
    'better-sqlite3': '13.2.0',
  };
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}
