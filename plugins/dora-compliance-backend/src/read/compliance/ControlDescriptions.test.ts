import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { control } from '../../testing/samples';
import { ControlDescriptions } from './ControlDescriptions';

const cited = {
  ...control,
  provisions: [
    { act: 'DORA' as const, ref: '30(2)-(3)', relation: 'supports' as const },
    { act: 'DORA' as const, ref: '7', relation: 'requires' as const },
  ],
};
const compiled = compileControl(cited);
const [type] = compiled.reads;

const descriptions = new ControlDescriptions({
  controls: new Map([[control.id, compiled]]),
  provisions: [
    { DORA: { '30(2)': 'What contracts have.', '7': 'Systems are sound.' } },
    { DORA: { '30(3)': 'What else they have.', '7': 'Not this one.' } },
  ],
  sources: new Map([
    [
      'on',
      {
        title: 'On',
        receives: true,
        collects: false,
        gives: { delivered: [type!] },
      },
    ],
    [
      'off',
      {
        title: 'Off',
        receives: false,
        collects: false,
        gives: { delivered: [type!] },
        off: 'not-configured' as never,
      },
    ],
    ['other', { title: 'Other', receives: true, collects: true }],
  ]),
});

it('says what each provision says, also those of a range, by the first index that has it', () => {
  expect(
    descriptions.describe(control.id)?.provisions.map(({ texts }) => texts),
  ).toEqual([
    [
      { ref: '30(2)', text: 'What contracts have.' },
      { ref: '30(3)', text: 'What else they have.' },
    ],
    [{ ref: '7', text: 'Systems are sound.' }],
  ]);
});

it('says which sources can give what the control reads, and which could', () => {
  const { reads = [] } = descriptions.describe(control.id) ?? {};
  expect(reads.map(one => one.type)).toEqual(compiled.reads);
  expect(reads[0]?.sources).toEqual([
    { id: 'on', title: 'On', state: 'connected' },
    { id: 'off', title: 'Off', state: 'not-connected' },
  ]);
});

it('does not describe what is not installed', () => {
  expect(descriptions.describe('other')).toBeUndefined();
});
