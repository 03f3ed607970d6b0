import type {
  Control,
  Parameter,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver } from '../testing/assess';
import { definition, independence } from '../testing/controls';
import { asset } from '../testing/story';
import { compileAppliesTo } from './compileAppliesTo';
import { compileControl } from './compileControl';
import { ControlProblem } from './ControlProblem';
import { nameField } from './nameField';
import { overrideParameters } from './overrideParameters';

const findProblem = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('nameField', () => {
  it('leaves a problem that names a field itself', () => {
    const problem = new ControlProblem('assess.1.assert', 'is empty');
    const act = () =>
      nameField('assess', () => {
        throw problem;
      });
    expect(act).toThrow(problem);
    expect(problem.name).toBe('ControlProblem');
  });

  it('names the field of any other error, and of what is no error', () => {
    const say = (thrown: unknown) =>
      findProblem(() =>
        nameField('assess.0', () => {
          throw thrown;
        }),
      );
    expect(say(new Error('is empty'))).toBe('assess.0: is empty');
    expect(say('odd')).toBe('assess.0: odd');
  });
});

describe('appliesTo', () => {
  it.each([
    ['a field that assets lack', { knd: 'component' }, 'knd'],
    ['one within a condition', { $all: [{ $not: { tpe: 'x' } }] }, 'tpe'],
    ['one within alternatives', { $any: [{ kind: 'x' }, { odd: 1 }] }, 'odd'],
  ])('refuses %s', (_, filter, name) => {
    expect(findProblem(() => compileAppliesTo(filter as never))).toBe(
      `an asset has no field "${name}"`,
    );
  });

  it('takes the names of operators for no fields', () => {
    const applies = compileAppliesTo({
      $all: [
        { kind: { $in: ['component', 'api'] } },
        { $not: { type: 'library' } },
        { $any: [{ linked: true }, { providerRef: { $exists: true } }] },
      ],
    });
    expect(applies(asset)).toBe(true);
    expect(applies({ ...asset, type: 'library' })).toBe(false);
    expect(applies({ ...asset, linked: false })).toBe(false);
  });
});

describe('the window of a control', () => {
  it('is the longest of its populations that look back', () => {
    const over = (...within: string[]): Control => ({
      ...definition,
      assess: within.map((one, place) => ({
        id: `it-${place}`,
        text: 'It.',
        assert: 'change.independence.satisfied',
        population: {
          each: 'deployment',
          within: one,
          where: { environment: 'production' },
        },
      })) as Control['assess'],
    });
    expect(compileControl(over('P30D', 'P90D', 'P7D')).window).toBe('P90D');
    expect(independence.window).toBe('P90D');
  });

  it('is none over the present alone', () => {
    const state = assertingOver(
      { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
      'member.protected',
    );
    expect(compileControl(state)).not.toHaveProperty('window');
  });
});

describe('parameters', () => {
  const basis = 'policy' as const;
  const lengths: Parameter = {
    'critical-or-important': 'P7D',
    important: 'P30D',
    standard: 'P30D',
    stricter: 'lower',
    basis,
  };
  const using = (one: Parameter): Control => ({
    ...definition,
    parameters: { most: one },
  });
  const override = (one: Parameter, more: object) =>
    findProblem(() =>
      overrideParameters(using(one), {
        most: { rationale: 'A reason that is long enough.', ...more },
      }),
    );

  it.each<[string, Partial<Parameter>]>([
    ['P30D for important', { 'critical-or-important': 'P60D' }],
    ['P1D for standard', { standard: 'P1D' }],
  ])('of a control are strictest for critical assets: not %s', (text, more) => {
    const problem = findProblem(() =>
      compileControl(using({ ...lengths, ...more })),
    );
    expect(problem).toContain('parameters.most.critical-or-important: ');
    expect(problem).toContain(`less strict than ${text}`);
    const unordered = { ...lengths, ...more, stricter: undefined } as Parameter;
    expect(findProblem(() => compileControl(using(unordered)))).toBeUndefined();
  });

  it('may be equal for all levels', () => {
    const equal = { ...lengths, 'critical-or-important': 'P30D' };
    expect(
      findProblem(() => compileControl(using(equal as Parameter))),
    ).toBeUndefined();
  });

  it('are replaced by values of their type', () => {
    const list: Parameter = {
      'critical-or-important': ['main'],
      important: ['main'],
      standard: ['main'],
      basis,
    };
    expect(override(list, { standard: 'main' })).toBe(
      'parameters.most.standard: main is a string; write a list such as ["main"]',
    );
    expect(override(lengths, { standard: ['P7D'] })).toBe(
      'parameters.most.standard: ["P7D"] is a list; write a duration such as P30D',
    );
    expect(override(lengths, { standard: 'weekly' })).toBe(
      'parameters.most.standard: weekly is a string; write a duration such as P30D',
    );
    const words: Parameter = {
      'critical-or-important': 'all',
      important: 'all',
      standard: 'all',
      basis,
    };
    expect(override(words, { standard: 'P7D' })).toContain(
      'P7D is a duration; write a string such as all',
    );
  });

  it('need an approval where values have no order', () => {
    const switches: Parameter = {
      'critical-or-important': true,
      important: true,
      standard: true,
      stricter: 'higher',
      basis,
    };
    expect(override(switches, { standard: false })).toContain(
      'false is not stricter than true; add approvedBy and approvedOn',
    );
    const { stricter: _, ...unordered } = lengths;
    for (const standard of ['P7D', 'P60D']) {
      expect(override(unordered, { standard })).toContain(
        `${standard} is not stricter than P30D`,
      );
    }
  });

  it('need both parts of an approval', () => {
    const approvedBy = 'user:default/anna';
    const approvedOn = '2026-11-30';
    const looser = { standard: 'P60D' };
    expect(override(lengths, { ...looser, approvedBy })).toContain('add');
    expect(override(lengths, { ...looser, approvedOn })).toContain('add');
    expect(
      override(lengths, { ...looser, approvedBy, approvedOn }),
    ).toBeUndefined();
  });

  it('compare months by their shortest and their longest', () => {
    const months = { ...lengths, important: 'P1M', standard: 'P1M' };
    const tell = (standard: string) =>
      override(months as Parameter, { standard }) === undefined;
    // A month may be 28 days; more than that may be longer.
    expect([tell('P28D'), tell('P29D')]).toEqual([true, false]);
    const kept = {
      ...lengths,
      'critical-or-important': 'P400D',
      important: 'P1M',
      standard: 'P1M',
      stricter: 'higher',
    };
    const keep = (standard: string) =>
      override(kept as Parameter, { standard }) === undefined;
    expect([keep('P31D'), keep('P30D')]).toEqual([true, false]);
  });
});
