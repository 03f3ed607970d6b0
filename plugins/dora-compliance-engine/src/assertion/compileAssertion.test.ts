import { evidenceTypes } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileAssertion } from './compileAssertion';

const compile = (assert: string) =>
  compileAssertion(assert, {
    member: evidenceTypes['service-deployed'],
    judgements: ['change.independence', 'change.traceability'],
    parameters: {},
  });

describe('compileAssertion', () => {
  it('finds the judgements that are used, not those that are named', () => {
    expect(
      compile(
        'change.traceability.satisfied && asset.kind != "change.independence"',
      ).judgements,
    ).toEqual(['change.traceability']);
  });

  it.each([
    ['member.deployment.comit == ""', 'no "comit"; did you mean "commit"'],
    ['change.independance.satisfied', 'did you mean "independence"'],
    ['change.independence.satisified', 'did you mean "satisfied"'],
    ['asset.kind > 3', 'no such overload'],
    ['asset.kind', 'is string, not true or false'],
    ['true', 'reads nothing'],
    ['asOf > timestamp("2026-01-01T00:00:00.000Z")', 'reads nothing'],
    ['"change.independence.satisfied" == "x"', 'reads nothing'],
    ['has(member.deployment.commit)', 'leave out has()'],
    ['member.deployment.url.matches("^(a+)+$")', 'there is no "matches"'],
    ['dyn(asset.kind) == "x"', 'there is no "dyn"'],
    ['asset.kind == {"a": 1}["a"]', 'can not make maps'],
    ['asOf - duration("24h") > asOf', 'write a duration as'],
    ['asOf > timestamp("yesterday")', 'write a time as'],
    ['[1].exists(member, member == 1)', '"member" is what assertions read'],
    ['[1].map(change, true)[0]', '"change" is what assertions read'],
    ['[1].map(x, x == 1, x)[0] == 1', 'map needs a name and an expression'],
    ['size(asset.kind) / 2 == 1', 'in place of `a / 2 > b`'],
    ['size(asset.kind) == 9007199254740993', 'too large to be exact'],
    ['asset.kind ==', 'nexpected'],
    ['nobody.knows', 'nobody'],
    [`${'('.repeat(60)}asset.linked${')'.repeat(60)}`, 'epth'],
    [Array(300).fill('asset.linked').join(' && '), 'xceeded'],
  ])('refuses %s', (assert, problem) => {
    expect(() => compile(assert)).toThrow(problem);
  });
});
