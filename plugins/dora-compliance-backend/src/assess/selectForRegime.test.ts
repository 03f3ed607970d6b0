import { mockServices } from '@backstage/backend-test-utils';
import type {
  Control,
  Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { control } from '../testing/samples';
import { selectForRegime } from './selectForRegime';

const provision = (ref: string, regimes?: Regime[]) => ({
  act: 'DORA' as const,
  ref,
  relation: 'requires' as const,
  ...(regimes && { regimes }),
});

const silent: Control = { ...control, id: 'chg-97-full-only' };
const both: Control = {
  ...control,
  id: 'chg-98-both',
  regimes: ['full', 'simplified'],
  provisions: [
    provision('8(1)', ['full']),
    provision('16(2)', ['simplified']),
    provision('28(3)'),
  ],
};

it('warns if no control is left', () => {
  const logger = mockServices.logger.mock();
  selectForRegime([silent, both], 'simplified', logger);
  selectForRegime([], 'ict-provider', logger);
  expect(logger.warn).not.toHaveBeenCalled();
  selectForRegime([silent, both], 'ict-provider', logger);
  expect(logger.warn).toHaveBeenCalledWith(
    'None of the 2 controls is of the regime ict-provider (doraCompliance.regime): nothing is assessed. Install controls that name it in their regimes.',
  );
});

it.each<[Regime, Record<string, string[]>]>([
  [
    'full',
    { 'chg-97-full-only': ['9(4)(e)'], 'chg-98-both': ['8(1)', '28(3)'] },
  ],
  ['simplified', { 'chg-98-both': ['16(2)', '28(3)'] }],
  ['microenterprise', {}],
  ['ict-provider', {}],
])('selects controls and provisions of %s', (regime, expected) => {
  const selected = selectForRegime([silent, both], regime);
  expect(
    Object.fromEntries(
      selected.map(({ id, provisions }) => [id, provisions.map(p => p.ref)]),
    ),
  ).toEqual(expected);
});
