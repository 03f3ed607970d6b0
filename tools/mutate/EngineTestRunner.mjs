import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { limitSamples } from './limitSamples.mjs';
import { ENGINE } from './paths.mjs';
import { runTestFile } from './TestFile.mjs';

const require = createRequire(import.meta.url);
const SAMPLES = 20;

/**
 * Runs the tests of the engine for Stryker in one process that loads the engine
 * once. Stryker's own runner for Jest starts each related test file again for each
 * mutant, and does not stop at the first failure: that takes hundreds of times as
 * long.
 */
class EngineTestRunner {
  /** Durations of test files without a mutant, by path. */
  durations = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    this.context = globalThis.__stryker__ ??= {};
    this.context.mutantCoverage = { static: {}, perTest: {} };
    this.folder = process.cwd();
    limitSamples(ENGINE, SAMPLES);
    this.files = this.list('src/**/*.test.ts');
    // The engine is loaded before a mutant is active.
    const tests = new Set(this.files);
    for (const file of this.list('src/**/*.ts')) {
      if (!tests.has(file)) {
        require(path.join(this.folder, file));
      }
    }
  }

  list(pattern) {
    return globSync(pattern, { cwd: this.folder }).sort();
  }

  async dryRun() {
    const all = [];
    for (const file of this.files) {
      const start = performance.now();
      const tests = await this.run(file, {
        onTest: name => {
          this.context.currentTestId =
            name === undefined ? undefined : toId(file, name);
        },
      });
      this.durations.set(file, performance.now() - start);
      shareDeclaration(this.context.mutantCoverage, file, tests);
      all.push(...tests);
    }
    const { mutantCoverage } = this.context;
    return { status: DryRunStatus.Complete, tests: all, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const wanted = groupByFile(testFilter);
    const files = this.files.filter(file => !testFilter || wanted.has(file));
    this.context.hitCount = hitLimit ? 0 : undefined;
    this.context.hitLimit = hitLimit;
    this.context.activeMutant = activeMutant.id;
    const tests = [];
    try {
      for (const file of this.sort(files, activeMutant.fileName)) {
        const names = wanted.get(file);
        const bail = !disableBail;
        tests.push(...(await this.run(file, { names, bail })));
        const { hitCount } = this.context;
        const timeout = determineHitLimitReached(hitCount, hitLimit);
        if (timeout) {
          return toMutantRunResult(timeout);
        }
        if (bail && tests.some(({ status }) => status === TestStatus.Failed)) {
          break;
        }
      }
    } finally {
      this.context.activeMutant = undefined;
    }
    return toMutantRunResult(
      { status: DryRunStatus.Complete, tests },
      disableBail,
    );
  }

  /** The nearest tests first, and quick ones before slow ones. */
  sort(files, mutated) {
    const folder = path.dirname(mutated);
    const weigh = file =>
      (this.durations.get(file) ?? 0) +
      (path.dirname(path.join(ENGINE, file)) === folder ? 0 : 100);
    return [...files].sort((a, b) => weigh(a) - weigh(b));
  }

  async run(file, options) {
    const results = await runTestFile(path.join(this.folder, file), {
      ...options,
      source: path.join(ENGINE, file),
    });
    return results.map(({ name, duration, error }) => ({
      id: toId(file, name),
      name: `${file}: ${name}`,
      fileName: path.join(this.folder, file),
      timeSpentMs: duration,
      ...(error
        ? { status: TestStatus.Failed, failureMessage: error }
        : { status: TestStatus.Success }),
    }));
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'engine', EngineTestRunner),
];

/** What ran while a file declared its tests decides about each of them. */
function shareDeclaration(coverage, file, tests) {
  const { perTest } = coverage;
  const shared = Object.entries(perTest[toId(file, '')] ?? {});
  delete perTest[toId(file, '')];
  for (const { id } of tests) {
    perTest[id] ??= {};
    for (const [mutant, count] of shared) {
      perTest[id][mutant] = (perTest[id][mutant] ?? 0) + count;
    }
  }
}

const toId = (file, name) => `${file}\n${name}`;

function groupByFile(ids = []) {
  const groups = new Map();
  for (const id of ids) {
    const [file] = id.split('\n', 1);
    const names = groups.get(file) ?? new Set();
    groups.set(file, names.add(id.slice(file.length + 1)));
  }
  return groups;
}
