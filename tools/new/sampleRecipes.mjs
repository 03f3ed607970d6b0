import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editFile } from './editFile.mjs';

const COMMON = 'plugins/dora-compliance-common/src';
const BACKEND = 'plugins/dora-compliance-backend';

/** Follows the recipe for a type of evidence. Returns the files. */
export function addEvidenceType(root) {
  const name = 'SampleObserved';
  return [
    write(
      root,
      `${COMMON}/evidence-types/${name}.ts`,
      `import { z } from 'zod';

/**
 * A sample.
 *
 * @public
 */
export const ${name} = z.object({ name: z.string() });
`,
    ),
    editFile(root, `${COMMON}/evidence-types/index.ts`, [
      [/(?!^)$/g, `export { ${name} } from './${name}';\n`],
    ]),
    editFile(root, `${COMMON}/evidence/EvidenceType.ts`, [
      [
        /^import [^;]* from '[^']+';\n/gm,
        `import { ${name} } from '../evidence-types/${name}';\n`,
      ],
      [/^export const evidenceTypes = \{/gm, `'sample-observed': ${name},`],
    ]),
    editFile(root, `${BACKEND}/src/ledger/keep/typeNumber.ts`, [
      [/^ {2}'?[a-z-]+'?: \d+,\n/gm, `'sample-observed': 999,\n`],
    ]),
    editFile(
      root,
      'plugins/dora-compliance-engine/src/explain/en/evidenceTitles.ts',
      [
        [
          /^export const evidenceTitles: EvidenceTitles = \{/gm,
          `'sample-observed': ({ name }) => \`Sample \${name}\`,`,
        ],
      ],
    ),
    editFile(
      root,
      'plugins/dora-compliance-engine/src/explain/de/evidenceTitles.ts',
      [
        [
          /^export const evidenceTitles: EvidenceTitles = \{/gm,
          `'sample-observed': ({ name }) => \`Muster \${name}\`,`,
        ],
      ],
    ),
    editFile(root, 'GLOSSARY.md', [
      [/`runners-observed`,/g, ' `sample-observed`,'],
    ]),
  ];
}

/** Follows the recipe for a permission. Returns the files. */
export function addPermission(root) {
  return [
    editFile(root, `${COMMON}/permissions/permissions.ts`, [
      [
        /^import [^;]*;\n/gm,
        `
/**
 * May see the sample.
 *
 * @public
 */
export const sampleReadPermission = createPermission({
  name: 'dora-compliance.sample.read',
  attributes: { action: 'read' },
});
`,
      ],
      [
        /^export const doraCompliancePermissions = \[/gm,
        'sampleReadPermission,',
      ],
    ]),
    editFile(root, 'docs/guides/install.md', [
      [
        /^\| `dora-compliance\..*\|\n/gm,
        '| `dora-compliance.sample.read` | read | see the sample |\n',
      ],
    ]),
  ];
}

/** Follows the recipe for a table. Returns the files. */
export function addTable(root) {
  return [
    write(
      root,
      `${BACKEND}/migrations/20991231000000_sample.js`,
      `/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sample', table => {
    table.comment('A sample');
    table.string('id').primary();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sample');
};
`,
    ),
    editFile(root, 'docs/reference/tables.md', [
      [/^\| `key_at_hand`.*\|\n/gm, '| `sample` | sample | samples |\n'],
    ]),
  ];
}

function write(root, file, text) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  return file;
}
