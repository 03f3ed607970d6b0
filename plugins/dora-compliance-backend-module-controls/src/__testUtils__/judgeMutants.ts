import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  Criticality,
  type ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  parseControl,
  requireKnownProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { prepareControl } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { parse, stringify } from 'yaml';
import { listMutants } from './listMutants';
import { folder, readSamples, type Samples } from './readSamples';
import type { Json } from './tree';

/** A mutant of a control, and what noticed it; nothing, if it survived. */
type JudgedMutant = { name: string; noticedBy?: string };

const provisions = parse(
  readFileSync(path.join(folder, '../provisions.yaml'), 'utf8'),
) as ProvisionIndex;

/** Judges all mutants of a control by its samples. */
export function judgeMutants(id: string): JudgedMutant[] {
  const samples = readSamples(id);
  const text = readFileSync(path.join(folder, id, 'control.yaml'), 'utf8');
  return listMutants(parse(text) as Json).map(({ name, control }) => {
    const noticedBy = findProblem(stringify(control), samples);
    return { name, ...(noticedBy && { noticedBy }) };
  });
}

/**
 * The first thing that is wrong with a control: that it is refused, or the sample that
 * it does not comply with.
 */
function findProblem(text: string, samples: Samples): string | undefined {
  const { asOf, cases } = samples;
  try {
    const control = parseControl(text, 'control.yaml');
    requireKnownProvisions([control], [provisions]);
    const { regimes = ['full'], severity } = control;
    const { appliesTo, isAsExpected } = prepareControl({ control, asOf });
    const severities = Criticality.options.map(level => severity[level]);
    if (String(severities) !== String(samples.severity)) {
      return 'severity';
    }
    if (String(regimes) !== String(samples.regimes)) {
      return 'regimes';
    }
    const isMissed = samples.appliesTo.some(one => !appliesTo(one));
    if (isMissed || samples.doesNotApplyTo.some(one => appliesTo(one))) {
      return 'appliesTo';
    }
    return cases.find(item => !isAsExpected(item))?.name;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}
