import { editFile } from './editFile.mjs';
import { fillTemplate } from './fillTemplate.mjs';
import { requireMatch } from './requireMatch.mjs';

const PLUGIN = 'plugins/dora-compliance/src';
const LAST_IMPORT = /^import [^;]* from '[^']+';\n/gm;

/** Creates a page of the frontend plugin, e.g. `audit-log`. Returns the files. */
export function createPage(root, id) {
  requireMatch(id, /^[a-z]+(-[a-z]+)*$/, 'audit-log');
  const words = id.replaceAll('-', ' ');
  const variable = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const name = variable[0].toUpperCase() + variable.slice(1);
  const title = words[0].toUpperCase() + words.slice(1);
  const folder = `./${variable}`;
  const routeRef = `import { ${variable}RouteRef } from '${folder}/${variable}RouteRef';\n`;
  const route = `${variable}: ${variable}RouteRef,`;
  return [
    ...fillTemplate(root, 'page', `${PLUGIN}/${variable}`, {
      id,
      name,
      title,
      variable,
    }),
    editFile(root, `${PLUGIN}/alpha.tsx`, [
      [
        LAST_IMPORT,
        `import { ${variable}Extension } from '${folder}/${variable}Extension';\n${routeRef}`,
      ],
      [/^ {2}routes: \{/gm, route],
      [/^ {2}extensions: \[/gm, `${variable}Extension,`],
    ]),
    editFile(root, `${PLUGIN}/plugin.ts`, [
      [LAST_IMPORT, routeRef],
      [/^ {2}routes: \{/gm, route],
      [/(?!^)$/g, legacyPage({ id, name, title, variable })],
    ]),
    editFile(root, `${PLUGIN}/translation/messages.ts`, [
      [
        LAST_IMPORT,
        `import { ${variable}Messages } from '../${variable}/${variable}Messages';\n`,
      ],
      [/^export const messages = \{/gm, `${variable}: ${variable}Messages,`],
    ]),
    editFile(root, `${PLUGIN}/translation/german/germanMessages.ts`, [
      [
        LAST_IMPORT,
        `import { ${variable}GermanMessages } from '../../${variable}/${variable}GermanMessages';\n`,
      ],
      [
        /^const messages: [^=]*= \{/gm,
        `${variable}: ${variable}GermanMessages,`,
      ],
    ]),
    editFile(root, `${PLUGIN}/index.ts`, [
      [/^export \{(?=[^}]*\} from '\.\/plugin';)/gm, `${name}Page,`],
    ]),
  ];
}

function legacyPage({ name, title, variable }) {
  return `
/**
 * The page "${title}", for a \`Route\`.
 *
 * @public
 */
export const ${name}Page: () => JSX.Element = doraCompliancePlugin.provide(
  createRoutableExtension({
    name: '${name}Page',
    component: () =>
      import('./${variable}/${name}Page').then(m => m.${name}Page),
    mountPoint: ${variable}RouteRef,
  }),
);
`;
}
