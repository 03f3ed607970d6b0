import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CACHE } from '../run/paths.mjs';
import { forgetSurvivors } from './forgetSurvivors.mjs';

test('keeps only what a test killed', () => {
  const folder = mkdtempSync(path.join(CACHE, 'results-'));
  const file = path.join(folder, 'lineage.incremental.json');
  try {
    forgetSurvivors(file);
    const mutants = ['Killed', 'Survived', 'NoCoverage', 'Timeout'].map(
      status => ({ status }),
    );
    writeFileSync(file, JSON.stringify({ files: { 'a.ts': { mutants } } }));
    forgetSurvivors(file);
    const { files } = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(files['a.ts'].mutants, [{ status: 'Killed' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
