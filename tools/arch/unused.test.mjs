import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../run/paths.mjs';
import { unused } from './rules/unused.mjs';

/** A package with what is used, and `files` more. */
async function found(files, dependencies = {}) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'dora-unused-'));
  try {
    mkdirSync(path.join(root, 'src'));
    symlinkSync(
      path.join(ROOT, 'node_modules'),
      path.join(root, 'node_modules'),
    );
    const all = {
      'package.json': JSON.stringify({ name: 'x', dependencies }),
      'knip.json': JSON.stringify({
        entry: ['src/index.ts!', 'src/*.test.ts'],
        project: ['src/*.ts!', '!src/*.test.ts!'],
      }),
      'src/index.ts': "import { used } from './used';\nused();\n",
      'src/used.ts': 'export const used = () => {};\n',
      ...files,
    };
    for (const [file, text] of Object.entries(all)) {
      writeFileSync(path.join(root, file), text);
    }
    return (await unused(root)).map(
      ({ file, line, message }) => `${file}:${line} ${message}`,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

const used = 'export const used = () => {};\n';

test('what is used is not reported', async () => {
  assert.deepEqual(await found({}), []);
});

test('what nothing uses, or only a test, is reported', async () => {
  assert.deepEqual(
    await found(
      {
        'src/alone.ts': used,
        'src/used.ts': `${used}export const forTests = 1;\nexport const forNobody = 1;\n`,
        'src/used.test.ts':
          "import { forTests } from './used';\nimport 'zod';\nforTests;\n",
      },
      { yaml: '*' },
    ),
    [
      'src/alone.ts:1 no other file imports it: remove it',
      'package.json:1 no file imports yaml: remove the dependency',
      'src/used.test.ts:2 imports zod, which its package.json does not name',
      'src/used.ts:3 no other file uses forNobody: remove it or its export',
      'src/used.ts:2 apart from tests, no other file uses forTests: remove it or its export',
    ],
  );
});

test('a type that no other file uses is reported, although its own does', async () => {
  assert.deepEqual(
    await found({
      'src/used.ts':
        'export type Own = { a: string };\nexport const used = (own?: Own) => own;\n',
    }),
    ['src/used.ts:1 no other file uses Own: remove it or its export'],
  );
});

test('a type or function that its own file and a test use is not reported', async () => {
  assert.deepEqual(
    await found({
      'src/used.ts':
        'export type Own = { a: string };\nexport const part = (own?: Own) => own;\nexport const used = () => part();\n',
      'src/used.test.ts':
        "import { type Own, part } from './used';\npart({ a: '' } satisfies Own);\n",
    }),
    [],
  );
});
