import path from 'node:path';
import {
  Act,
  Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  loadControlFolder,
  loadProvisions,
  requireKnownProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

const root = path.resolve(__dirname, '..');
const loadIndex = () => loadProvisions(path.join(root, 'provisions.yaml'));
const loadControls = () => loadControlFolder(path.join(root, 'controls'));

it('the controls cite only provisions that are in the index', async () => {
  const [controls, index] = [await loadControls(), await loadIndex()];
  expect(() => requireKnownProvisions(controls, [index])).not.toThrow();
});

it('the index has provisions of every act', async () => {
  expect(Object.keys(await loadIndex()).sort()).toEqual(
    [...Act.options].sort(),
  );
});

it('no control has DORA 21 as its legal basis: it is about reports to authorities', async () => {
  expect(Object.keys((await loadIndex()).DORA ?? {})).not.toContainEqual(
    expect.stringMatching(/^21\b/),
  );
});

it('each control says what it does not assess, and its regimes', async () => {
  for (const { id, notCovered, regimes } of await loadControls()) {
    expect([id, notCovered?.length]).toEqual([id, expect.any(Number)]);
    expect([id, regimes]).toEqual([id, expect.arrayContaining(['full'])]);
    expect(Regime.options).toEqual(expect.arrayContaining(regimes ?? []));
  }
});
