import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseControl } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  controlContract,
  controlTextsContract,
  listUnshown,
  prepareControl,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { judgeMutants } from './__testUtils__/judgeMutants';
import { folder, readSamples } from './__testUtils__/readSamples';

describe('in other languages', () => {
  controlTextsContract(folder, ['de']);
});

describe.each(readdirSync(folder))('%s', id => {
  const file = path.join(folder, id, 'control.yaml');
  const control = parseControl(readFileSync(file, 'utf8'), file);
  const { asOf, cases, cannot, ...samples } = readSamples(id);
  const { appliesTo } = prepareControl({ control, asOf });

  it('is named as its folder', () => {
    expect(control.id).toBe(id);
  });

  it('has its texts in German and its cases beside it', () => {
    expect(readdirSync(path.join(folder, id)).sort()).toEqual([
      'control.test.yaml',
      'control.yaml',
      'text.de.yaml',
    ]);
  });

  it('has a case for all that a control has to show', () => {
    expect(listUnshown({ control, cases, ...(cannot && { cannot }) })).toEqual(
      [],
    );
  });

  it('has the severity for each level of criticality that is stated', () => {
    const { severity } = control;
    expect(Criticality.options.map(level => severity[level])).toEqual(
      samples.severity,
    );
  });

  it('is assessed in the regimes that are stated', () => {
    expect(control.regimes ?? ['full']).toEqual(samples.regimes);
  });

  it.each(samples.appliesTo)('applies to %j', asset => {
    expect(appliesTo(asset)).toBe(true);
  });

  it.each(samples.doesNotApplyTo)('does not apply to %j', asset => {
    expect(appliesTo(asset)).toBe(false);
  });

  it('notices at least 85 % of all mutants', () => {
    const mutants = judgeMutants(id);
    const survivors = mutants.filter(({ noticedBy }) => !noticedBy);
    const isEnough = survivors.length <= 0.15 * mutants.length;
    expect(isEnough ? [] : survivors.map(({ name }) => name)).toEqual([]);
  });

  controlContract({ control, asOf, cases });
});
