import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { assetNamed, control } from '../../testing/samples';
import { exemptFrom } from './exemptFrom';

const controls = [
  compileControl({ ...control, code: 'ALL', appliesTo: {} }),
  compileControl({
    ...control,
    code: 'NO-LIBRARY',
    appliesTo: { $not: { type: { $in: ['library'] } } },
  }),
  compileControl({
    ...control,
    code: 'PROVIDED',
    appliesTo: { providerRef: { $exists: true } },
  }),
  compileControl({
    ...control,
    code: 'PIPELINES',
    appliesTo: { type: 'ci-pipeline' },
  }),
];

const codes = (type?: string) =>
  exemptFrom({ ...assetNamed('a'), type }, controls).map(({ code }) => code);

it('names the controls that exclude the type of the asset', () => {
  expect(codes('library')).toEqual(['NO-LIBRARY']);
});

it.each(['service', undefined])(
  'names no control that does not apply for another reason: %s',
  type => {
    expect(codes(type)).toEqual([]);
  },
);
