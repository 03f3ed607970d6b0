import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CACHE } from '../run/paths.mjs';
import { computeScore, readEngineResults } from './readResults.mjs';

test('counts what was noticed, and keeps what was not', () => {
  const folder = mkdtempSync(path.join(CACHE, 'results-'));
  const at = (line, start, end) => ({
    start: { line, column: start },
    end: { line, column: end },
  });
  const mutants = [
    { status: 'Killed', location: at(1, 1, 2) },
    { status: 'Timeout', location: at(1, 1, 2) },
    { status: 'Ignored', location: at(1, 1, 2) },
    { status: 'CompileError', location: at(1, 1, 2) },
    { status: 'Survived', location: at(2, 8, 9), replacement: '2' },
    { status: 'NoCoverage', location: at(2, 8, 9), replacement: '3' },
  ];
  try {
    writeFileSync(
      path.join(folder, 'lineage.json'),
      JSON.stringify({
        config: { mutate: ['src/lineage/**/*.ts', '!src/**/*.test.ts'] },
        files: { 'src/lineage/a.ts': { source: 'a();\nreturn 1;', mutants } },
      }),
    );
    writeFileSync(path.join(folder, 'lineage.incremental.json'), '{}');
    writeFileSync(path.join(folder, 'controls.json'), '[]');
    const [result, ...others] = readEngineResults(folder);
    assert.deepEqual(others, []);
    assert.equal(result.folder, 'lineage');
    assert.deepEqual([result.noticed, result.ignored], [2, 1]);
    assert.deepEqual(result.survivors[0], {
      status: 'Survived',
      file: 'lineage/a.ts',
      line: 2,
      context: 'return 1;',
      text: '1',
      replacement: '2',
    });
    assert.equal(computeScore(2, result.survivors.length), 50);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the score of nothing is no division by zero', () => {
  assert.equal(computeScore(0, 0), 0);
});
