import { importsOf, isTest } from '../sources.mjs';

const SCOPE = '@ict-assurance/backstage-plugin-';

/** What each package may import of ours, in production code. */
const allowed = {
  'dora-compliance-common': [],
  'dora-compliance-engine': ['dora-compliance-common'],
  'dora-compliance-node': ['dora-compliance-common'],
  'dora-compliance-node-test-utils': [
    'dora-compliance-common',
    'dora-compliance-node',
  ],
  'dora-compliance-backend': [
    'dora-compliance-common',
    'dora-compliance-engine',
    'dora-compliance-node',
  ],
  'dora-compliance-react': ['dora-compliance-common'],
  'dora-compliance': ['dora-compliance-common', 'dora-compliance-react'],
  'catalog-backend-module-dora-compliance': [
    'dora-compliance-common',
    'dora-compliance-node',
  ],
};

const ofModules = ['dora-compliance-common', 'dora-compliance-node'];

/** Imports between packages go one way. */
export function directions(sources) {
  return sources.flatMap(({ file, text }) => {
    const own = /^plugins\/([^/]+)\//.exec(file)?.[1];
    if (!own || isTest(file)) {
      return [];
    }
    const may = own.startsWith('dora-compliance-backend-module-')
      ? ofModules
      : allowed[own] ?? [];
    return importsOf(text)
      .filter(({ name }) => name.startsWith(SCOPE))
      .map(({ name, line }) => ({
        line,
        target: name.slice(SCOPE.length).split('/')[0],
      }))
      .filter(({ target }) => !may.includes(target))
      .map(({ target, line }) => ({
        file,
        line,
        message: `${own} may not import ${target}; it may import ${
          may.join(', ') || 'none of ours'
        }`,
      }));
  });
}
