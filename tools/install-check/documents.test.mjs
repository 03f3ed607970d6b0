import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCommands } from './addCommands.mjs';
import { change } from './applyBlock.mjs';
import { readBlocks } from './readBlocks.mjs';

const mark = (text, block = '```sh\nyarn start\n```') =>
  `Prose\n\n<!-- install-check: ${text} -->\n\n${block}\n`;

test('marked blocks are read, others are not', () => {
  const text = `${mark('run')}\n\`\`\`sh\nrm -rf /\n\`\`\`\n`;
  assert.deepEqual(readBlocks(text, 'x.md'), [
    {
      only: undefined,
      action: 'run',
      target: undefined,
      place: '',
      at: 'x.md:3',
      text: 'yarn start',
    },
  ]);
});

test('a mark says where a block goes, and for whom', () => {
  const [block] = readBlocks(
    mark('legacy insert a/b.ts before </Flat Routes>'),
    'x.md',
  );
  assert.equal(block.only, 'legacy');
  assert.equal(block.action, 'insert');
  assert.equal(block.target, 'a/b.ts');
  assert.equal(block.place, '</Flat Routes>');
  const [other] = readBlocks(mark('replace a.ts some text'), 'x.md');
  assert.equal(other.place, 'some text');
});

test('an unknown action and a mark without block are reported', () => {
  assert.throws(() => readBlocks(mark('runs'), 'x.md'), /x.md:3: "runs"/);
  assert.throws(
    () => readBlocks(mark('run', 'no block'), 'x.md'),
    /x.md:3: no fenced block/,
  );
});

test('packages are added once, ours with a range', () => {
  const blocks = [
    'yarn --cwd packages/backend add \\\n  @ict-assurance/a \\\n  other',
    'yarn --cwd packages/backend add other\nyarn --cwd packages/app add react',
  ].map(text => ({ text, at: 'x.md:1' }));
  assert.deepEqual(
    [...addCommands(blocks, '^1.0.0')].map(([at, names]) => [at, [...names]]),
    [
      ['packages/backend', ['@ict-assurance/a@^1.0.0', 'other']],
      ['packages/app', ['react']],
    ],
  );
  assert.throws(
    () => addCommands([{ text: 'npm install x', at: 'x.md:1' }], '^1.0.0'),
    /x.md:1: "npm install x"/,
  );
});

const at = 'x.md:1';

test('a block goes before each place, and is not added twice', () => {
  const insert = { action: 'insert', place: 'end;', text: 'a;', at };
  assert.equal(change('end;\nend;\n', insert), 'a;\nend;\na;\nend;\n');
  const text = "backend.add(\n  import(\n    'one'\n  ),\n);";
  const added = change("backend.add(import('one'));\nend;\n", {
    ...insert,
    text,
  });
  assert.equal(added, "backend.add(import('one'));\nend;\n");
  assert.throws(() => change('', insert), /x.md:1: the file has no "end;"/);
});

test('a block replaces the statement that holds a text', () => {
  const before = "// one\nfirst();\nadd(\n  import('old'),\n);\nlast();\n";
  assert.equal(
    change(before, { action: 'replace', place: 'old', text: 'new();', at }),
    '// one\nfirst();\nnew();\nlast();\n',
  );
  assert.throws(
    () => change(before, { action: 'replace', place: 'older', text: '', at }),
    /has no "older"/,
  );
});

test('a block is a file, or comes first in one', () => {
  assert.equal(change('', { action: 'create', text: 'a', at }), 'a\n');
  assert.equal(change('b\n', { action: 'prepend', text: 'a', at }), 'a\nb\n');
});

test('YAML is merged: keys are added, lists grow, comments stay', () => {
  const before =
    '# Ours\na:\n  list:\n    - 1 # one\nb:\n  # nothing yet\nc: 1\n';
  const text = 'a:\n  list: [2]\n  more: { x: y }\nb:\n  new: true\n';
  const after = change(before, { action: 'merge', text, at });
  assert.match(after, /# Ours/);
  assert.match(after, /- 1 # one\n {4}- 2\n {2}more:/);
  assert.match(after, /b:\n(.*\n)? {2}new: true/);
  assert.match(after, /c: 1/);
});
