import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../run/chromium.mjs';
import { output } from '../run/command.mjs';
import { nodeEnvironment } from '../run/nodeRuntime.mjs';
import { ROOT } from '../run/paths.mjs';
import { startOwnPostgres } from '../run/postgres.mjs';
import { main, Problem } from '../run/Problem.mjs';
import { PACKED, packPackages } from '../pack/packPackages.mjs';
import { publishedPackages } from '../pack/publishedPackages.mjs';
import { checkBackstage } from './checkBackstage.mjs';
import { createBackstage } from './createBackstage.mjs';
import { ownDatabase } from './ownDatabase.mjs';
import { readBlocks } from './readBlocks.mjs';
import { Workplace } from './Workplace.mjs';

const GUIDE = 'docs/guides/install.md';

/**
 * `node tools/install-check/check.mjs [--packed]`: installs the packed packages
 * into new Backstages as the documents say, word for word, and looks whether
 * they work: one of the new frontend system on SQLite, one of the legacy one on
 * PostgreSQL. `--packed` takes the packages that are in `.cache/packages`.
 */
main(async () => {
  const env = await nodeEnvironment();
  await needs('curl', 'openssl', 'git');
  const executablePath = await findChromium(env);
  const place = new Workplace(env);
  // Its own: a database named `backstage` may be somebody's on another.
  const postgres = await startOwnPostgres();
  try {
    if (!process.argv.includes('--packed')) {
      await place.step('pack', () => packPackages(env));
    }
    const guide = loadBlocks(GUIDE);
    const shared = {
      executablePath,
      guide,
      deliver: guide.filter(({ action }) => action === 'deliver'),
      resolutions: JSON.parse(
        readFileSync(path.join(PACKED, 'resolutions.json'), 'utf8'),
      ),
      range: `^${publishedPackages()[0].manifest.version}`,
    };
    const app = await newBackstage(place, shared);
    const lock = path.join(app, 'yarn.lock');
    const both = await Promise.allSettled([
      checkNew(place, { ...shared, app }),
      checkLegacy(place, { ...shared, lock, postgres: postgres.url }),
    ]);
    const failed = both.find(({ status }) => status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
    return 0;
  } finally {
    await postgres.stop();
  }
});

/** All modules, each as its own README says. */
function newBackstage(place, shared) {
  const blocks = [...shared.guide, ...readmes().flatMap(loadBlocks)];
  const lock = path.join(ROOT, 'yarn.lock');
  return createBackstage(place, { ...shared, name: 'new', blocks, lock });
}

async function checkNew(place, { app, ...shared }) {
  await build(place, 'new', app);
  await checkBackstage(place, {
    ...shared,
    app,
    name: 'new',
    bare: ['app-config.yaml'],
    full: ['app-config.yaml'],
  });
}

/** Without a secret it has no configuration of ours at all. */
async function checkLegacy(place, { postgres, lock, ...shared }) {
  const name = 'legacy';
  const app = await createBackstage(place, {
    ...shared,
    name,
    legacy: true,
    lock,
    blocks: shared.guide,
  });
  await build(place, name, app);
  await checkBackstage(place, {
    ...shared,
    app,
    name,
    bare: ['app-config.stock.yaml', 'app-config.postgres.yaml'],
    full: ['app-config.yaml', 'app-config.postgres.yaml'],
    env: await ownDatabase(postgres, 'backstage'),
  });
}

const build = (place, name, app) =>
  place.run(
    `${name}: build of the app`,
    'yarn',
    ['workspace', 'app', 'build'],
    {
      cwd: app,
    },
  );

const readmes = () =>
  publishedPackages().map(({ folder }) =>
    path.relative(ROOT, path.join(folder, 'README.md')),
  );

const loadBlocks = file =>
  readBlocks(readFileSync(path.join(ROOT, file), 'utf8'), file);

async function needs(...programs) {
  for (const program of programs) {
    if (!(await output('sh', ['-c', `command -v ${program}`]))) {
      throw new Problem(
        `There is no ${program}, which the documents use.`,
        `install it, for example with "apt-get install ${program}".`,
      );
    }
  }
}
