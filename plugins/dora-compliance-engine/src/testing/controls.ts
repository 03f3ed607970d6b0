import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';

const base: Control = {
  id: 'chg-02-test',
  code: 'CHG-02',
  title: 'Independent approval',
  objective: 'Four eyes',
  provisions: [{ act: 'RTS-2024/1774', ref: '17(1)(b)', relation: 'requires' }],
  lens: { area: 'access-and-segregation' },
  appliesTo: { kind: 'component' },
  severity: {
    'critical-or-important': 'critical',
    important: 'high',
    standard: 'low',
  },
  population: {
    each: 'deployment',
    within: 'P90D',
    where: { environment: 'production' },
  },
  assess: [{ id: 'it', text: 'It.', assert: 'change.independence.satisfied' }],
  remediation: 'Do it.',
};

export const definition = base;
export const independence = compileControl(base);

export const traceability = compileControl({
  ...base,
  assess: [{ id: 'it', text: 'It.', assert: 'change.traceability.satisfied' }],
});

/** A control over the record of an asset. */
export function overRecord(
  judgement: 'classification' | 'provider' | 'record' | 'support',
) {
  const assert = `asset.${judgement}.satisfied`;
  return compileControl({
    ...base,
    population: {
      each: 'asset',
      from: 'asset-record-observed',
      within: 'P30D',
    },
    assess: [{ id: 'it', text: 'It.', assert }],
  });
}

export const ownership = compileControl({
  ...base,
  population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'asset.ownership.satisfied' }],
});
