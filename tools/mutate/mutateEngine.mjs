import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { forgetSurvivors } from './forgetSurvivors.mjs';
import { ENGINE, RESULTS } from './paths.mjs';

const findHere = file => fileURLToPath(new URL(file, import.meta.url));

/**
 * Mutates a folder of the engine. The results are in `.cache/mutate`. A mutant that a
 * test killed is not run again while its code and the test are the same.
 */
export async function mutateEngine(folder, { concurrency }) {
  const name = folder.replaceAll('/', '-');
  const incrementalFile = path.join(RESULTS, `${name}.incremental.json`);
  forgetSurvivors(incrementalFile);
  process.chdir(ENGINE);
  await new Stryker({
    mutate: [
      // The folders of judgements are measured one by one.
      `src/${folder}/${folder === 'judgement' ? '' : '**/'}*.ts`,
      '!src/**/*.test.ts',
      '!src/**/__testUtils__/**',
      // Sentences, and the shapes of their parameters.
      '!src/explain/en/**',
      '!src/explain/de/**',
      '!src/**/en.ts',
      '!src/**/de.ts',
      '!src/**/reasons.ts',
    ],
    testRunner: 'engine',
    plugins: ['./EngineTestRunner.mjs', './ignoreTexts.mjs'].map(findHere),
    ignorers: ['texts'],
    coverageAnalysis: 'perTest',
    // Run once when the engine is loaded: tables and schemas.
    ignoreStatic: true,
    concurrency,
    timeoutMS: 5_000,
    incremental: true,
    incrementalFile,
    reporters: ['json', 'html', 'progress-append-only', 'clear-text'],
    jsonReporter: { fileName: path.join(RESULTS, `${name}.json`) },
    htmlReporter: { fileName: path.join(RESULTS, `${name}.html`) },
    tempDirName: path.join(RESULTS, 'copies'),
    // What the package does not need for its tests.
    ignorePatterns: ['dist', 'dist-types'],
    allowEmpty: true,
    cleanTempDir: 'always',
    allowConsoleColors: false,
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
    },
    thresholds: { high: 95, low: 85, break: null },
    fileLogLevel: 'off',
    logLevel: 'warn',
  }).runMutationTest();
}
