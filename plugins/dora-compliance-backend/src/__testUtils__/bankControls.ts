import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { control } from '../testing/samples';

function overRecord(
  id: string,
  judgement: 'record' | 'classification' | 'support',
): Control {
  return {
    ...control,
    id,
    population: {
      each: 'asset',
      from: 'asset-record-observed',
      within: 'P30D',
    },
    assess: [{ id: 'it', text: 'It.', assert: `asset.${judgement}.satisfied` }],
  };
}

/**
 * Controls whose answers are the same whatever of the surroundings of an asset
 * is left out.
 */
export const bankControls: readonly Control[] = [
  overRecord('record', 'record'),
  overRecord('classification', 'classification'),
  overRecord('support', 'support'),
  {
    ...control,
    id: 'owner',
    population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
    assess: [{ id: 'it', text: 'It.', assert: 'asset.ownership.satisfied' }],
  },
  {
    ...control,
    id: 'four-eyes',
    population: {
      each: 'deployment',
      within: 'P90D',
      where: { environment: 'production' },
    },
    assess: [
      { id: 'it', text: 'It.', assert: 'change.independence.satisfied' },
    ],
  },
];
