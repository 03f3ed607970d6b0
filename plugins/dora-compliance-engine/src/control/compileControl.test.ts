import type {
  Control,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../evaluate/evaluateControl';
import { definition } from '../testing/controls';
import { always } from '../testing/assess';
import { asset, at, deployed, release } from '../testing/story';
import { builtIn } from '../registry/builtIn';
import { Registry } from '../registry/Registry';
import { EVALUATOR_VERSION } from '../registry/version';
import { deploymentPopulation } from '../population/deploymentPopulation';
import { compileControl } from './compileControl';

const APPROVED = 'change.independence.satisfied';
const TRACED = 'change.traceability.satisfied';

function asserting(...asserts: string[]): Control {
  const assess = asserts.map((assert, place) => ({
    id: `it-${place}`,
    text: 'It.',
    assert,
  }));
  return { ...definition, assess };
}

describe('compileControl', () => {
  it.each<[string, Control]>([
    [
      `assess.0.assert: "asset.ownership" judges ownership-observed, but the members of the population are service-deployed`,
      asserting('asset.ownership.satisfied'),
    ],
    [
      `assess.0.assert: "change.independence" judges service-deployed, but the members of the population are ownership-observed`,
      {
        ...asserting(APPROVED),
        population: {
          each: 'asset',
          from: 'ownership-observed',
          within: 'P1D',
        },
      },
    ],
    [
      'population.each: there is no population "deploymnt"; did you mean "deployment"?',
      { ...definition, population: { each: 'deploymnt', within: 'P90D' } },
    ],
    [
      'population: Unrecognized key: "wherever"',
      {
        ...definition,
        population: { each: 'deployment', within: 'P90D', wherever: 'x' },
      },
    ],
    [
      'assess.0.population.from: Invalid input',
      {
        ...definition,
        assess: [
          {
            id: 'it',
            text: 'It.',
            assert: 'member.protected',
            population: { each: 'branch', from: 'sbom', within: 'P1D' },
          },
        ],
      },
    ],
    [
      'population.within: P300Y is longer than 20 years; write at most P20Y',
      { ...definition, population: { each: 'deployment', within: 'P300Y' } },
    ],
    [
      'population.within: P300000Y is longer than 20 years; write at most P20Y',
      { ...definition, population: { each: 'deployment', within: 'P300000Y' } },
    ],
    [
      'assess.0.population.within: P241M is longer than 20 years',
      {
        ...definition,
        assess: [
          {
            id: 'it',
            text: 'It.',
            assert: 'member.protected',
            population: {
              each: 'branch',
              from: 'branch-protection-observed',
              within: 'P241M',
            },
          },
        ],
      },
    ],
    [
      'parameters.age.important: P21Y is longer than 20 years; write at most P20Y',
      {
        ...definition,
        parameters: { age: { ...always('P1D'), important: 'P21Y' } },
      },
    ],
    [
      'assess.0.assert: duration("P300Y") is longer than 20 years; write at most duration("P20Y")',
      asserting('asOf - member.deployedAt < duration("P300Y")'),
    ],
    [
      'parameters.age.critical-or-important: P30D is less strict than P7D for standard; assets of an unknown criticality get the value of critical-or-important',
      {
        ...definition,
        parameters: {
          age: { ...always('P30D'), standard: 'P7D', stricter: 'lower' },
        },
      },
    ],
    [
      'appliesTo: an asset has no field "spec.type"',
      {
        ...definition,
        appliesTo: { $any: [{ kind: 'component' }, { 'spec.type': 'x' }] },
      },
    ],
    [
      'appliesTo: ',
      { ...definition, appliesTo: { type: { $like: 'service' } } },
    ],
  ])('refuses: %s', (message, control) => {
    expect(() => compileControl(control)).toThrow(message);
  });

  it('has another digest when anything in the control is another', () => {
    const { digest } = compileControl(definition);
    const same = JSON.parse(JSON.stringify(definition)) as Control;
    expect(compileControl(same).digest).toBe(digest);
    const other = { ...definition, remediation: 'Do it soon.' };
    expect(compileControl(other).digest).not.toBe(digest);
  });

  it('has another digest of its code, and no other of its own, with another version', () => {
    const parts = (version: number) => {
      const judgements = [...builtIn.judgements.values()];
      return compileControl(
        definition,
        new Registry({
          populations: [
            { ...deploymentPopulation, version: version === 3 ? 2 : 1 },
          ],
          judgements: judgements.map(one =>
            one.name === 'change.independence'
              ? { ...one, version: version === 2 ? 2 : 1 }
              : { ...one, version: 9 },
          ),
        }),
      );
    };
    const all = [1, 2, 3].map(parts);
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(1);
    expect(new Set(all.map(({ codeDigest }) => codeDigest)).size).toBe(3);
    expect(all[1]!.versions).toEqual({
      evaluator: EVALUATOR_VERSION,
      'population deployment': 1,
      'judgement change.independence': 2,
    });
    expect(compileControl(definition).codeDigest).toBe(all[0]!.codeDigest);
  });

  it('applies by the fields of the asset', () => {
    const { appliesTo } = compileControl({
      ...definition,
      appliesTo: {
        $all: [{ kind: 'component' }, { $not: { type: 'library' } }],
      },
    });
    expect(appliesTo({ ...asset, type: 'service' })).toBe(true);
    expect(appliesTo({ ...asset, kind: 'resource' })).toBe(false);
  });
});

describe('an assertion over several judgements', () => {
  const asOf = at(10_000);
  const alone = [deployed(40, 'm', { artifact: undefined })];
  const evaluate = (control: Control, all: Evidence[] = alone) =>
    evaluateControl(compileControl(control), {
      asset,
      evidence: all,
      asOf,
      sourceHeard: true,
      gaps: [],
      people: [],
    });

  // Of a deployment alone independence is unknown, traceability is not given.
  it.each([
    [`${APPROVED} || ${TRACED}`, 'not-assessed'],
    [`${APPROVED} && ${TRACED}`, 'not-satisfied'],
    [`${APPROVED} || !${TRACED}`, 'not-assessed'],
    [`${APPROVED} == true`, 'not-assessed'],
    [`!${APPROVED}`, 'not-assessed'],
  ])('is decided as far as what is known allows: %s', (assert, status) => {
    expect(evaluate(asserting(assert)).status).toBe(status);
  });

  it('gives each requirement the cause of its own judgement', () => {
    const { rows } = evaluate(asserting(APPROVED, TRACED));
    expect(rows.map(({ reason }) => reason.code)).toEqual([
      'artifact-unidentified',
    ]);
    const chain = release(1, 10);
    const unapproved = chain.filter(({ type }) => type !== 'change-reviewed');
    const { reason } = evaluate(asserting(`!${TRACED}`, APPROVED), unapproved);
    expect(reason.code).toBe('assertion-false');
  });
});
