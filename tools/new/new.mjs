import { execFileSync } from 'node:child_process';
import { YARN } from '../run/dependencies.mjs';
import { ROOT } from '../run/paths.mjs';
import { main, Problem } from '../run/Problem.mjs';
import { createCiSource } from './createCiSource.mjs';
import { createControl } from './createControl.mjs';
import { createPage } from './createPage.mjs';

const kinds = {
  'ci-source': createCiSource,
  control: createControl,
  page: createPage,
};

/** `yarn new <kind> <id>`: creates it, and says which files it wrote. */
main(() => {
  const [kind, id] = process.argv.slice(2);
  const create = Object.hasOwn(kinds, kind ?? '') ? kinds[kind] : undefined;
  if (!create) {
    throw new Problem(
      `"${kind ?? ''}" is nothing that yarn new creates.`,
      `use yarn new <${Object.keys(kinds).join('|')}> <id>.`,
    );
  }
  const files = create(ROOT, id);
  if (kind === 'ci-source') {
    execFileSync('node', [YARN, 'install'], { cwd: ROOT, stdio: 'inherit' });
  }
  console.log(files.join('\n'));
  console.log('\nThen run "yarn changeset", and see CONTRIBUTING.md.');
});
