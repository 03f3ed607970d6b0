import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../run/chromium.mjs';
import { output } from '../run/command.mjs';
import { nodeEnvironment } from '../run/nodeRuntime.mjs';
import { ROOT } from '../run/paths.mjs';
import { startPostgres } from '../run/postgres.mjs';
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
  const postgres = await startPostgres();
  try {
    if (!process.argv.includes('--packed')) {
      await place.step('pack', () => packPackages(env));
    }
    const common = {
      resolutions: JSON.parse(
        readFileSync(path.join(PACKED, 'resolutions.json'), 'utf8'),
      ),
      range: `^${publishedPackages()[0].manifest.version}`,
    };
    const guide = blocksOf(GUIDE);
    const shared = {
      executablePath,
      deliver: guide.filter(({ action }) => action === 'deliver'),
    };

    const app = await createBackstage(place, {
      ...common,
      name: 'new',
      // The README of each module adds its own.
      blocks: [...guide, ...readmes().flatMap(blocksOf)],
    });
    const database = await ownDatabase(postgres.url, 'backstage');
    await Promise.all([
      built(place, 'new', app).then(() =>
        checkBackstage(place, {
          ...shared,
          app,
          name: 'new',
          bare: ['app-config.yaml'],
          full: ['app-config.yaml'],
        }),
      ),
      legacy(place, {
        ...common,
        guide,
        lock: path.join(app, 'yarn.lock'),
      }).then(legacyApp =>
        checkBackstage(place, {
          ...shared,
          app: legacyApp,
          name: 'legacy',
          bare: ['app-config.stock.yaml', 'app-config.postgres.yaml'],
          full: ['app-config.yaml', 'app-config.postgres.yaml'],
          env: database,
        }),
      ),
    ]);
    return 0;
  } finally {
    await postgres.stop();
  }
});

async function legacy(place, { guide, ...options }) {
  const name = 'legacy';
  const app = await createBackstage(place, {
    ...options,
    name,
    legacy: true,
    blocks: guide,
  });
  await built(place, name, app);
  return app;
}

async function built(place, name, app) {
  await place.run(
    `${name}: build of the app`,
    'yarn',
    ['workspace', 'app', 'build'],
    {
      cwd: app,
    },
  );
}

const readmes = () =>
  publishedPackages().map(({ folder }) =>
    path.relative(ROOT, path.join(folder, 'README.md')),
  );

const blocksOf = file =>
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
