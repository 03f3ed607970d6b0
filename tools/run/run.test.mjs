import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addUp, fromJest, fromPlaywright, fromTap } from './countTests.mjs';
import { isAccepted } from './nodeRuntime.mjs';
import { Problem } from './Problem.mjs';
import { runSteps } from './steps.mjs';

test('Node 22.12 and 24 are accepted, others not', () => {
  assert.equal(isAccepted('v24.0.0'), true);
  assert.equal(isAccepted('v24.21.0'), true);
  assert.equal(isAccepted('v22.12.0'), true);
  assert.equal(isAccepted('v22.11.0'), false);
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

test('a step that fails stops the run', async () => {
  const done = [];
  const steps = [0, 1, 0].map((code, index) => ({
    name: `step ${index}`,
    run: async () => {
      done.push(index);
      return code;
    },
  }));
  await assert.rejects(runSteps(steps), Problem);
  assert.deepEqual(done, [0, 1]);
});
