import { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../evaluate/evaluateControl';
import { definition } from '../testing/controls';
import { asset, at, deployed } from '../testing/story';
import { compileControl } from './compileControl';

const MINUTE = 60_000;

/** Every deployment is younger than the parameter allows. */
const control: Control = {
  ...definition,
  parameters: {
    youngerThan: {
      'critical-or-important': 'PT1H',
      important: 'PT2H',
      standard: 'PT3H',
      basis: 'policy',
    },
    environments: {
      'critical-or-important': ['production'],
      important: ['production'],
      standard: ['production', 'staging'],
      basis: { act: 'RTS-2024/1774', ref: '17(1)(b)' },
    },
  },
  assess: [
    {
      id: 'young',
      text: 'Young.',
      assert:
        'asOf - member.deployedAt < parameters.youngerThan && member.deployment.environment.name in parameters.environments',
    },
  ],
};

const evaluate = (
  minutes: number,
  criticality?: 'critical-or-important' | 'important' | 'standard',
) =>
  evaluateControl(compileControl(control), {
    asset,
    ...(criticality && { criticality }),
    evidence: [deployed(0, 'm')],
    asOf: at(minutes),
    sourceHeard: true,
    gaps: [],
    people: [],
  });

describe('parameters', () => {
  it.each([
    ['critical-or-important', 60],
    ['important', 120],
    ['standard', 180],
  ] as const)('count for the criticality of the asset: %s', (level, limit) => {
    const before = evaluate(limit - 1, level);
    expect(before).toMatchObject({ status: 'satisfied', criticality: level });
    expect(Date.parse(before.validUntil!)).toBe(
      Date.parse(at(0)) + limit * MINUTE,
    );
    expect(evaluate(limit, level).status).toBe('not-satisfied');
  });

  it('are the strictest where the criticality is unknown', () => {
    expect(evaluate(60)).toMatchObject({
      status: 'not-satisfied',
      criticality: 'critical-or-important',
    });
  });

  it('are not part of the result of a control that has none', () => {
    const { parameters: _, ...without } = control;
    expect(() => compileControl(without)).toThrow(
      'assess.0.assert: there is no "youngerThan"',
    );
    expect(compileControl(definition).parameters.standard).toEqual({});
  });

  it('have one type, and a basis', () => {
    const problem = (change: object) => {
      const youngerThan = { ...control.parameters!.youngerThan, ...change };
      const parsed = Control.safeParse({
        ...control,
        parameters: { youngerThan },
      });
      return parsed.error?.issues[0]?.message;
    };
    expect(problem({})).toBeUndefined();
    expect(problem({ standard: 3 })).toBe('must have values of one type');
    expect(problem({ standard: 'three hours' })).toBe(
      'must have values of one type',
    );
    expect(problem({ basis: 'habit' })).toBeDefined();
  });
});
