import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { addUp, fromJest, fromPlaywright, fromTap } from './countTests.mjs';
import { handsPermissionsOn, onlyTheCheckout } from './jest.mjs';
import { isAccepted } from './nodeRuntime.mjs';
import { Problem } from './Problem.mjs';
import { ready } from './ready.mjs';
import { realPayloads } from './realPayloads.mjs';
import { runSteps } from './steps.mjs';

test('Node 22.19 and 24.6 are accepted, others not', () => {
  assert.equal(isAccepted('v24.6.0'), true);
  assert.equal(isAccepted('v24.5.0'), false);
  assert.equal(isAccepted('v24.21.0'), true);
  assert.equal(isAccepted('v22.19.0'), true);
  assert.equal(isAccepted('v22.18.0'), false);
  assert.equal(isAccepted('v22.2.0'), false);
  assert.equal(isAccepted('v20.20.2'), false);
  assert.equal(isAccepted('v240.0.0'), false);
});

test('a suite of Jest that can not run is a failed test', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
  };
  assert.deepEqual(fromJest(report), { passed: 3, failed: 3 });
});

test('a flaky journey has not passed', () => {
  const report = { stats: { expected: 2, unexpected: 1, flaky: 1 } };
  assert.deepEqual(fromPlaywright(report), { passed: 2, failed: 2 });
});

test('counts are read from TAP and added up', () => {
  const tap = fromTap('TAP version 13\n# tests 5\n# pass 4\n# fail 1\n');
  assert.deepEqual(addUp([tap, { passed: 1, failed: 0 }]), {
    passed: 5,
    failed: 1,
  });
});

function temporaryFolder(t) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dora-run-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs steps and answers what was shown, and the problem if there is one. */
async function runShown(t, steps) {
  let shown = '';
  const out = { write: text => (shown += text) };
  const options = { folder: temporaryFolder(t), out, now: () => 0 };
  const problem = await runSteps(steps, options).catch(error => error);
  return { shown, problem };
}

const prints = text => ({
  name: 'prints',
  run: log => log.run('node', ['-e', `console.error(${JSON.stringify(text)})`]),
});

test('a step that succeeds is one line, whatever it prints', async t => {
  const { shown, problem } = await runShown(t, [prints('peer warning')]);
  assert.equal(problem, undefined);
  assert.match(shown, /^ {2}\[1\/1\] prints \.+ 0 s\n$/);
});

test('a step that fails stops the run and shows what it printed', async t => {
  const after = { name: 'after', run: () => assert.fail('must not run') };
  const fails = {
    name: 'fails',
    run: async log => {
      await prints('what went wrong').run(log);
      return 1;
    },
  };
  const { shown, problem } = await runShown(t, [prints('x'), fails, after]);
  assert.match(shown, /\[2\/3\] fails \.+ failed after 0 s/);
  assert.ok(problem instanceof Problem);
  assert.match(problem.message, /what went wrong/);
  assert.doesNotMatch(problem.message, /^x$/m);
});

test('a step that throws a problem shows it with its fix', async t => {
  const run = () => {
    throw new Problem('There is no server.', 'start one.');
  };
  const { problem } = await runShown(t, [{ name: 'server', run }]);
  assert.match(problem.message, /There is no server\.[^]*Fix: start one\./);
});

test('a program under test reads nothing outside the checkout', async t => {
  if (!handsPermissionsOn(process.version)) {
    t.skip('Node before 24 does not hand permissions on to child processes');
    return;
  }
  const root = temporaryFolder(t);
  const inside = path.join(root, 'inside.txt');
  writeFileSync(inside, 'read');
  // A process started by the process: permissions are handed on.
  const read = file => `
    const { execFileSync } = require('node:child_process');
    const code = ${JSON.stringify(
      `process.stdout.write(require('node:fs').readFileSync(${JSON.stringify(
        file,
      )}, 'utf8'))`,
    )};
    process.stdout.write(execFileSync(process.execPath, ['-e', code]));`;
  const node = code =>
    spawnSync(process.execPath, [...onlyTheCheckout(root), '-e', code], {
      encoding: 'utf8',
    });
  assert.equal(node(read(inside)).stdout, 'read');
  const outside = node(read('/etc/hosts'));
  assert.notEqual(outside.status, 0);
  assert.match(outside.stderr, /ERR_ACCESS_DENIED/);
});

test('real payloads are tried where they are, demanded in CI, else named', t => {
  const root = path.join(temporaryFolder(t), 'checkout');
  const shared = path.join(root, '..', 'shared');
  assert.equal(realPayloads({}, root).run, false);
  assert.match(realPayloads({}, root).why, /no folder .*shared/);
  assert.equal(realPayloads({ CI: 'false' }, root).run, false);
  assert.match(realPayloads({ CI: 'true' }, root).missing, /no folder/);
  assert.equal(
    realPayloads({ CI: 'true', DORA_REAL_PAYLOADS: 'optional' }, root).run,
    false,
  );
  mkdirSync(path.join(shared, 'corpora'), { recursive: true });
  assert.deepEqual(realPayloads({}, root), { run: true });
  assert.deepEqual(realPayloads({ CI: 'true' }, root), { run: true });
  const elsewhere = { DORA_SHARED: path.join(root, 'x') };
  assert.equal(realPayloads(elsewhere, root).run, false);
});

test('a backend that logged that it can not start is not waited for', async () => {
  const running = { exitCode: null, signalCode: null };
  const nobody = 'http://127.0.0.1:9';
  await assert.rejects(
    ready(nobody, running, () => true),
    /The backend could not start/,
  );
  await assert.rejects(ready(nobody, { ...running, exitCode: 1 }), /ended/);
});
