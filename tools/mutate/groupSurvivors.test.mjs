import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSurvivors } from './groupSurvivors.mjs';

const survivor = (file, context, replacement = '') => ({
  file,
  context,
  replacement,
});
const reasons = {
  cache: {
    why: 'Only the speed differs.',
    mutants: { 'lineage/keys.ts': ['this.#known.set('], 'gone.ts': ['x'] },
  },
  filler: { why: 'It does not compile.', replacements: ['["x"]'] },
};

test('groups survivors by the lines that a reason names', () => {
  const cached = survivor('lineage/keys.ts', '  this.#known.set(key, one);');
  const elsewhere = survivor('lineage/Persons.ts', 'this.#known.set(a, b)');
  const filler = survivor('lineage/Persons.ts', 'const a = [];', '["x"]');
  const { groups, unexplained, unused } = groupSurvivors(
    [cached, elsewhere, filler],
    reasons,
  );
  assert.deepEqual(
    [...groups],
    [
      ['cache', [cached]],
      ['filler', [filler]],
    ],
  );
  assert.deepEqual(unexplained, [elsewhere]);
  assert.deepEqual(
    unused.map(({ file }) => file),
    ['gone.ts'],
  );
});
