import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { configuration } from './rules/configuration.mjs';
import { contracts } from './rules/contracts.mjs';
import { documents } from './rules/documents.mjs';
import { names } from './rules/names.mjs';
import { purity } from './rules/purity.mjs';
import { realPayloads } from './rules/realPayloads.mjs';
import { regularExpressions } from './rules/regularExpressions.mjs';
import { size } from './rules/size.mjs';
import { way } from './rules/way.mjs';
import { words } from './rules/words.mjs';
import {
  beyondBaseline,
  readBaseline,
  writeBaseline,
} from './wordBaseline.mjs';

const source = (file, text) => ({ file, text });
const engine = 'plugins/dora-compliance-engine/src';
const backend = 'plugins/dora-compliance-backend/src';

/** `rule, what it is about, sources that break it, sources that keep it` */
const cases = [
  [
    regularExpressions,
    'a pattern takes the square of a text',
    [
      source(
        `${backend}/a.ts`,
        'const x = /\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}/g;\n',
      ),
    ],
    [source(`${backend}/a.ts`, 'const x = /^eyJ[\\w-]{10,40}$/;\n')],
  ],
  [
    regularExpressions,
    'nobody says why a pattern sees no long text',
    [source(`${backend}/a.ts`, '// As ever.\nconst x = /\\s+$/;\n')],
    [
      source(
        `${backend}/a.ts`,
        '// bounded: names have 80 letters\nconst x = /\\s+$/;\n',
      ),
    ],
  ],
  [
    realPayloads,
    'a test of the normal run reads real payloads',
    [
      source(
        `${engine}/a.test.ts`,
        "import { readCorpusJson } from '@ict-assurance/corpora';\n",
      ),
    ],
    [
      source(
        `${engine}/a.corpora.test.ts`,
        "import { readCorpusJson } from '@ict-assurance/corpora';\n",
      ),
    ],
  ],
  [
    realPayloads,
    'a test of the normal run reads a folder beside the checkout',
    [source(`${engine}/a.test.ts`, "read('../../../../shared/x.json');\n")],
    [source(`${engine}/a.test.ts`, "read('./__testUtils__/x.json');\n")],
  ],
  [
    configuration,
    'Config outside config.ts',
    [source(`${backend}/a.ts`, "config.getOptionalString('x')")],
    [source(`${backend}/config.ts`, "config.getOptionalString('x')")],
  ],
  [
    size,
    'a long file',
    [source(`${backend}/a.ts`, 'x;\n'.repeat(301))],
    [source(`${backend}/a.ts`, 'x;\n'.repeat(200))],
  ],
  [
    size,
    'a long function',
    [source(`${backend}/a.ts`, `function f() {\n${'x;\n'.repeat(60)}}`)],
    [source(`${backend}/a.ts`, `function f() {\n${'x;\n'.repeat(50)}}`)],
  ],
  [
    purity,
    'a clock in the engine',
    [source(`${engine}/a.ts`, 'const now = Date.now();')],
    [source(`${backend}/a.ts`, 'const now = Date.now();')],
  ],
  [
    purity,
    'randomness in the engine',
    [source(`${engine}/a.ts`, 'Math.random()')],
    [source(`${engine}/a.test.ts`, 'Math.random()')],
  ],
  [
    contracts,
    'a port without a contract',
    [source(`${backend}/A.ts`, '/** Port. Does a. */\nexport interface A {}')],
    [
      source(`${backend}/A.ts`, '/** Port. Does a. */\nexport interface A {}'),
      source(`${backend}/A.contract.ts`, ''),
      source(`${backend}/KnexA.test.ts`, 'aContract(create)'),
    ],
  ],
  [
    contracts,
    'a contract nobody calls',
    [
      source(
        `${backend}/A.ts`,
        '/**\n * Port. Does a.\n */\nexport interface A {}',
      ),
      source(`${backend}/A.contract.ts`, ''),
    ],
    [],
  ],
  [
    names,
    'a file named utils',
    [source(`${backend}/utils.ts`, '')],
    [source(`${backend}/Utilisation.ts`, '')],
  ],
  [
    names,
    'an index with code in it',
    [source(`${backend}/index.ts`, 'const x = 1;')],
    [source(`${backend}/index.ts`, "export * from './a';")],
  ],
  [
    names,
    'a function named by what it is about',
    [source(`${backend}/a.ts`, 'export function ownerOf(entity: Entity) {}')],
    [source(`${backend}/a.ts`, 'export function readOwner(entity: Entity) {}')],
  ],
  [
    names,
    'a function in a constant, named so',
    [source(`${backend}/a.ts`, 'const ownerOf = async (entity: Entity) => {}')],
    [source(`${backend}/a.ts`, 'const asOf = now();\nconst x = oneOf([1]);')],
  ],
  [
    names,
    'a method named so',
    [source(`${backend}/a.ts`, 'class A {\n  async #ownerOf(a: string) {}\n}')],
    [source(`${backend}/a.ts`, 'class A {\n  isPartOf(a: string) {}\n}')],
  ],
  [
    names,
    'a callback named so',
    [source(`${backend}/a.ts`, 'type A = { keyOf?: (a: string) => string };')],
    [source(`${backend}/a.ts`, 'type A = { asOf: Instant };')],
  ],
  [
    names,
    'a law that is no legal basis',
    [source(`${backend}/a.ts`, `// DORA ${'Article'} 21`)],
    [source(`${backend}/a.ts`, '// RTS 2024/1774 Art 21(b)')],
  ],
  [
    words,
    'a phrase in a document',
    [source('README.md', 'The queue gives\nway to deliveries.')],
    [
      source(
        'README.md',
        'It throttles. Not `gives way`, nor "gives way".\n\n> A law gives way.\n\n```\ngives way\n```\n',
      ),
    ],
  ],
  [
    words,
    'a phrase in a comment, over two lines',
    [source(`${backend}/a.ts`, '/**\n * What it is hangs\n * on it.\n */\n')],
    [source(`${backend}/a.ts`, "import { x } from 'hangs on';\n")],
  ],
  [
    words,
    'a phrase that users read, in a text and in JSX',
    [
      source(`${backend}/a.ts`, "const x = 'It was told so.';\n"),
      source('plugins/x/src/a.tsx', 'const x = <p>It was told so.</p>;\n'),
      source('plugins/x/config.d.ts', '/** It was told so. */\n'),
    ],
    [
      source(`${backend}/a.ts`, '// It was told so.\n'),
      source(`${backend}/a.test.ts`, "it('was told so', () => {});\n"),
    ],
  ],
  [
    words,
    'a name in code',
    [source(`${backend}/a.ts`, 'const goOn = 1;\n')],
    [source(`${backend}/a.ts`, 'const resumeCursor = /goOn/;\n')],
  ],
];

test('words: each place with its line and what to write instead', () => {
  const text = 'One.\n\nIt is made good.\nIt depends, it hangs on it.\n';
  assert.deepEqual(
    words([source('README.md', text)]).map(({ line, message }) => [
      line,
      message,
    ]),
    [
      [3, '"made good": write closes, backfills or repairs'],
      [4, '"hangs on": write depends on'],
    ],
  );
});

test('words: a baseline may only shrink', () => {
  const found = ['a/1.ts', 'a/2.ts', 'b/1.ts', 'ab/1.ts'].map(file => ({
    file,
    message: 'm',
  }));
  const files = baseline =>
    beyondBaseline(found, baseline).map(({ file }) => file);
  assert.deepEqual(files({ a: 2, b: 1, ab: 1 }), []);
  assert.deepEqual(files({ a: 3, b: 1 }), ['ab/1.ts']);
  assert.deepEqual(files({ a: 1, b: 1, ab: 1 }), ['a/1.ts', 'a/2.ts']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'arch-'));
  const file = path.join(folder, 'baseline.json');
  writeBaseline(file, { a: 1, b: 2, gone: 3 }, found);
  assert.deepEqual(readBaseline(file), { a: 1, b: 1 });
  rmSync(folder, { recursive: true });
});

for (const [rule, about, broken, kept] of cases) {
  test(`${rule.name}: ${about}`, () => {
    assert.equal(rule(broken).length > 0, true);
    assert.deepEqual(rule(kept), []);
  });
}

test('documents: READMEs, tests of controls and parts of decisions', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'arch-'));
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const module = 'plugins/dora-compliance-backend-module-controls';
  write('packages/x', '');
  write(`${module}/package.json`, '{}');
  write(`${module}/controls/chg-02/control.yaml`, '');
  write(
    'docs/adr/0002-x.md',
    '## Context\n## Decision\n## Enforced by\n`no/where`',
  );
  rmSync(path.join(root, 'packages/x'));
  const found = documents(root).map(({ message }) => message);
  assert.deepEqual(found, [
    'the package has no README',
    'the control lacks this file',
    'the numbers have a gap',
    'the section "Consequences" is missing',
    'the section "Alternatives" is missing',
    'no/where does not exist',
  ]);
  rmSync(root, { recursive: true });
});

test('documents: tables', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'arch-'));
  mkdirSync(path.join(root, 'plugins'));
  mkdirSync(path.join(root, 'packages'));
  mkdirSync(path.join(root, '.changeset'));
  const header = ['| term | meaning |', '| --- | :-: |'];
  const messagesIn = (file, rows) => {
    writeFileSync(path.join(root, file), rows.join('\n'));
    const found = documents(root).map(({ line, message }) => [line, message]);
    rmSync(path.join(root, file));
    return found;
  };
  const messages = rows => messagesIn('README.md', rows);
  assert.deepEqual(messages([...header, '| a `x \\| y` | b \\| c |']), []);
  assert.deepEqual(messages(['```', ...header, '| a |', '```']), []);
  assert.deepEqual(messages([...header, '| a | b |', '', 'Text.']), []);
  assert.deepEqual(messages([...header, '| a |', '| b | c | d |']), [
    [3, 'a row of 1 cells in a table of 2'],
    [4, 'a row of 3 cells in a table of 2'],
  ]);
  assert.deepEqual(messages([...header, '| `a | b` | c |']), [
    [3, 'a row of 3 cells in a table of 2'],
  ]);
  assert.deepEqual(messages([...header, '| a | b \\| c \\| d |']), [
    [3, 'a cell holds a whole row: its bars are escaped'],
  ]);
  assert.deepEqual(messages(['| a |  |', '| --- | --- |', '| b | c |']), [
    [1, 'a cell of the header is empty'],
  ]);
  assert.deepEqual(messages([...header, '| a | b |', 'Text.']), [
    [4, 'text directly below a table becomes a row of it: add an empty line'],
  ]);
  assert.deepEqual(messages(['| a | b |', '| c | d |']), [
    [1, 'a table needs a header and a line of dashes below it'],
  ]);
  assert.deepEqual(messages([...header, '| b | 1 |', '| a | 2 |']), []);
  assert.deepEqual(
    messagesIn('GLOSSARY.md', [...header, '| b | 1 |', '| A | 2 |']),
    [[4, '"a" must come before "b"']],
  );
  assert.deepEqual(messagesIn('.changeset/x.md', [...header, '| a |']), [
    [3, 'a row of 1 cells in a table of 2'],
  ]);
  rmSync(root, { recursive: true });
});

test('documents: a test that is not there', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'arch-'));
  mkdirSync(path.join(root, 'plugins'));
  mkdirSync(path.join(root, 'packages'));
  writeFileSync(path.join(root, 'plugins', 'here.test.ts'), '');
  writeFileSync(
    path.join(root, 'README.md'),
    'See `plugins/here.test.ts`\nand `plugins/gone.test.ts`.',
  );
  assert.deepEqual(
    documents(root).map(({ line, message }) => [line, message]),
    [[2, 'plugins/gone.test.ts does not exist']],
  );
  rmSync(root, { recursive: true });
});

test('way', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'arch-'));
  const backend = path.join(root, 'plugins/dora-compliance-backend/src');
  mkdirSync(backend, { recursive: true });
  writeFileSync(
    path.join(backend, 'receive.ts'),
    'export function receive(store: Store) { keep(); store.put(); }',
  );
  writeFileSync(path.join(backend, 'keep.ts'), 'export function keep() {}');
  writeFileSync(
    path.join(backend, 'KnexStore.ts'),
    'export class KnexStore implements Store {}',
  );
  const messages = (stops, most) => {
    const lines = stops.map((stop, index) => `${index + 1}. ${stop}`);
    writeFileSync(path.join(root, 'ARCHITECTURE.md'), lines.join('\n'));
    return way(root, most).map(({ message }) => message);
  };
  const stops = ['`receive.ts` `receive`: a', '`keep.ts` `keep`: b'];
  assert.deepEqual(messages([...stops, '`KnexStore.ts` `KnexStore`: c']), []);
  assert.deepEqual(messages([...stops].reverse()), [
    'no earlier stop names receive or the port that it implements',
  ]);
  assert.deepEqual(
    messages([stops[1], '`receive.ts` `receive` (from the queue).']),
    [],
  );
  assert.deepEqual(messages(['`keep.ts` `kept`', '`gone.ts` `gone`']), [
    'keep.ts declares no kept',
    'gone.ts does not exist',
  ]);
  assert.deepEqual(messages(stops, 1), [
    'the way of a delivery has more than 1 stops',
  ]);
  assert.deepEqual(messages([]), [
    'does not list the functions that a delivery passes',
  ]);
  rmSync(root, { recursive: true });
});
