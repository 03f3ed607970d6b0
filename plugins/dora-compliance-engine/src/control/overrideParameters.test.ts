import type {
  Parameter,
  ParameterOverride,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { definition } from '../testing/controls';
import { overrideParameters } from './overrideParameters';

const rationale = 'The scanner of this team runs every other week.';
const approval = { approvedBy: 'user:default/anna', approvedOn: '2026-11-30' };

const scanEvery: Parameter = {
  'critical-or-important': 'P7D',
  important: 'P30D',
  standard: 'P30D',
  stricter: 'lower',
  basis: 'policy',
};

const keptDays: Parameter = {
  'critical-or-important': 400,
  important: 90,
  standard: 90,
  stricter: 'higher',
  basis: 'policy',
};

const branches: Parameter = {
  'critical-or-important': ['main'],
  important: ['main'],
  standard: ['main'],
  basis: 'policy',
};

const control = {
  ...definition,
  parameters: { scanEvery, keptDays, branches },
};

const override = (name: string, more: Partial<ParameterOverride>) =>
  overrideParameters(control, { [name]: { rationale, ...more } }).parameters![
    name
  ];

describe('overrideParameters', () => {
  it('sets stricter values, and records why and what was there before', () => {
    expect(override('scanEvery', { important: 'P14D' })).toEqual({
      ...scanEvery,
      important: 'P14D',
      override: {
        rationale,
        before: {
          'critical-or-important': 'P7D',
          important: 'P30D',
          standard: 'P30D',
        },
      },
    });
  });

  it('leaves the other parameters as they are', () => {
    const { parameters } = overrideParameters(control, {
      scanEvery: { rationale, important: 'P14D' },
    });
    expect(parameters).toMatchObject({ keptDays, branches });
  });

  it('refuses a length of time that nobody keeps evidence for', () => {
    expect(() =>
      override('scanEvery', { ...approval, standard: 'P21Y' }),
    ).toThrow('P21Y is longer than 20 years');
    const longest = override('scanEvery', { ...approval, standard: 'P20Y' });
    expect(longest).toMatchObject({ standard: 'P20Y' });
  });

  it('does not order what has no measure, even if the control says so', () => {
    const signed: Parameter = {
      'critical-or-important': true,
      important: true,
      standard: true,
      stricter: 'lower',
      basis: 'policy',
    };
    expect(() =>
      overrideParameters(
        { ...definition, parameters: { signed } },
        { signed: { rationale, standard: false } },
      ),
    ).toThrow('false is not stricter than true; add approvedBy and approvedOn');
  });

  it.each([
    ['scanEvery', { standard: 'P60D' }],
    ['keptDays', { standard: 30 }],
    // It is not known which list is stricter.
    ['branches', { standard: ['main', 'release'] }],
  ])('refuses a looser %s without an approval', (name, values) => {
    expect(() => override(name, values)).toThrow(
      'add approvedBy and approvedOn',
    );
    const { approvedOn, ...half } = approval;
    expect(() => override(name, { ...values, ...half })).toThrow(
      `parameters.${name}.standard`,
    );
    expect(override(name, { ...values, ...approval })).toMatchObject({
      ...values,
      override: approval,
    });
  });

  it('compares months with days by the longest month', () => {
    expect(() => override('scanEvery', { standard: 'P1M' })).toThrow(
      'P1M is not stricter than P30D',
    );
    expect(override('scanEvery', { standard: 'P4W' })).toMatchObject({
      standard: 'P4W',
    });
  });

  it('needs no approval for a value that stays', () => {
    const values = { standard: ['main'], important: ['main'] };
    expect(override('branches', values)).toMatchObject(values);
  });

  it.each<[string, string, Partial<ParameterOverride>]>([
    [
      'parameters.scanEvry: the control has no such parameter; did you mean "scanEvery"?',
      'scanEvry',
      {},
    ],
    [
      'parameters.scanEvery.standard: 14 is a number; write a duration such as P30D',
      'scanEvery',
      { standard: 14 },
    ],
    [
      'parameters.scanEvery.critical-or-important: P7D is less strict than P3D for important; assets of an unknown criticality get the value of critical-or-important',
      'scanEvery',
      { important: 'P3D' },
    ],
  ])('refuses: %s', (message, name, values) => {
    expect(() => override(name, values)).toThrow(message);
  });
});
