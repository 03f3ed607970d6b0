import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { expect } from 'expect';
import {
  addEventHandler,
  describe,
  getState,
  it,
  removeEventHandler,
  resetState,
  run,
} from 'jest-circus';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
Object.assign(globalThis, { describe, it, test: it, expect });

// The compiler tells its parent which files to watch, Stryker expects texts only.
const send = process.send?.bind(process);
if (send) {
  process.send = (message, ...rest) =>
    typeof message === 'string' && send(message, ...rest);
}

/** What runs again for each mutant, unlike the engine: test files and their helpers. */
const HELPERS = /[/\\]src[/\\](.*[/\\])?(testing|__testUtils__)[/\\]/;

const { _compile: compile } = Module.prototype;
const compileAndRun = Module._extensions['.ts'];
const compiled = new Map();
Module._extensions['.ts'] = (module, file) =>
  compile.call(module, readCompiled(file), file);

/**
 * Runs a test file of a copy of a package, in this process, with the test runner
 * of Jest. What the file computes to declare its tests is computed again.
 *
 * @param source - where the test believes to be, as some read documents
 * @param names - the full names of the tests; all by default
 * @param onTest - told the full name of the test that starts, '' before the file
 * declares its tests, and undefined when a test or the declaration has ended
 * @param bail - whether to stop at the first failure
 * @returns full name, status, duration and error of each test that ran
 */
export async function runTestFile(file, { source, names, onTest, bail }) {
  resetState();
  const results = [];
  const onEvent = ({ name, test }) => {
    if (name === 'test_start') {
      const isWanted = !names || names.has(readFullName(test));
      const hasFailed = bail && results.some(({ error }) => error);
      test.mode = isWanted && !hasFailed ? test.mode : 'skip';
    }
    if (name === 'test_started') {
      onTest?.(readFullName(test));
    }
    if (name === 'test_done') {
      onTest?.(undefined);
      results.push({
        name: readFullName(test),
        duration: test.duration ?? 0,
        error: readError(test.errors[0]),
      });
    }
  };
  addEventHandler(onEvent);
  try {
    onTest?.('');
    loadTestFile(file, source);
    onTest?.(undefined);
    await run();
  } catch (error) {
    results.push({ name: '', duration: 0, error: String(error) });
  } finally {
    removeEventHandler(onEvent);
  }
  const [unhandled] = getState().unhandledErrors;
  if (unhandled) {
    results.push({ name: '', duration: 0, error: readError(unhandled) });
  }
  return results;
}

/** TypeScript as JavaScript, compiled once. */
function readCompiled(file) {
  if (!compiled.has(file)) {
    const module = new Module(file);
    module._compile = code => compiled.set(file, code);
    compileAndRun(module, file);
  }
  return compiled.get(file);
}

function loadTestFile(file, source) {
  for (const name of Object.keys(require.cache)) {
    if (HELPERS.test(name)) {
      delete require.cache[name];
    }
  }
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  const folder = JSON.stringify(path.dirname(source));
  const code = readCompiled(file).replaceAll('__dirname', folder);
  compile.call(module, code, file);
}

function readFullName({ name, parent }) {
  return parent ? `${readFullName(parent)} ${name}`.trimStart() : '';
}

function readError(error) {
  const first = Array.isArray(error) ? error[0] ?? error[1] : error;
  return first && String(first.message ?? first);
}
