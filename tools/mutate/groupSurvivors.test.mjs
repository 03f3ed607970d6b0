import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSurvivors } from './groupSurvivors.mjs';

const survivor = (file, context) => ({ file, context });
const reasons = {
  cache: {
    why: 'Only the speed differs.',
    mutants: { 'lineage/keys.ts': ['this.#known.set('], 'gone.ts': ['x'] },
  },
};

test('groups survivors by the lines that a reason names', () => {
  const cached = survivor('lineage/keys.ts', '  this.#known.set(key, one);');
  const elsewhere = survivor('lineage/Persons.ts', 'this.#known.set(a, b)');
  const { groups, unexplained, unused } = groupSurvivors(
    [cached, elsewhere],
    reasons,
  );
  assert.deepEqual([...groups], [['cache', [cached]]]);
  assert.deepEqual(unexplained, [elsewhere]);
  assert.deepEqual(
    unused.map(({ file }) => file),
    ['gone.ts'],
  );
});
