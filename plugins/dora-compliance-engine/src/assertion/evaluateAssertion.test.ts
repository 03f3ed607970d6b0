import { evidenceTypes } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { asset, at } from '../testing/story';
import { compileAssertion } from './compileAssertion';
import { evaluateAssertion } from './evaluateAssertion';

const JUDGEMENTS = [
  'asset.support',
  'change.independence',
  'change.traceability',
];

const member = {
  deployment: {
    id: '1',
    url: 'https://deploy/1',
    environment: { name: 'production', production: true },
    commit: 'abc',
    artifact: { name: 'ledger' },
  },
  deployedAt: at(100),
};

function evaluate(
  assert: string,
  verdicts: Record<string, boolean | null> = {},
  asOf = at(200),
  of = asset,
) {
  const { expression } = compileAssertion(assert, {
    member: evidenceTypes['service-deployed'],
    judgements: JUDGEMENTS,
    parameters: {},
  });
  return evaluateAssertion(expression, {
    verdicts,
    member,
    asset: of,
    parameters: {},
    asOf,
  });
}

const value = (...args: Parameters<typeof evaluate>) => evaluate(...args).value;

describe('an assertion', () => {
  it.each([
    ['member.deployment.environment.production', true],
    ['member.deployment.environment.name == "production"', true],
    ['member.deployment.environment.name in ["staging", "test"]', false],
    ['member.deployment.url.startsWith("https://")', true],
    ['!member.deployment.url.endsWith("/2")', true],
    ['member.deployment.url.contains("deploy")', true],
    ['size(member.deployment.id) == 1', true],
    ['member.deployment.id.size() + 1 * 2 == 3', true],
    ['asset.repositories.exists(r, r.contains("github"))', true],
    ['asset.repositories.all(r, r.contains("gitlab"))', false],
    ['asset.repositories.exists_one(r, r != "")', true],
    ['size(asset.repositories.filter(r, r == "")) == 0', true],
    ['"" in asset.repositories.map(r, r)', false],
    ['asset.linked ? asset.kind == "component" : asset.kind == "api"', true],
    ['asset.repositories[0] != "" && -1 < 1', true],
    ['member.deployedAt >= asOf - duration("PT2H")', true],
    ['member.deployedAt > timestamp("2030-01-01T00:00:00.000Z")', false],
    ['asOf - member.deployedAt < duration("P1D")', true],
    ['member.deployedAt - member.deployedAt < duration("PT1S")', true],
    ['!(member.deployedAt in [asOf - duration("PT100M")])', false],
    ['[member.deployedAt] != [asOf - duration("PT100M")]', false],
    ['[member.deployedAt, asOf] == [member.deployedAt]', false],
  ])('%s: %s', (assert, expected) => {
    expect(evaluate(assert)).toMatchObject({ value: expected, missing: [] });
  });

  it.each([
    ['asset.declared.continuity.rto > asset.declared.continuity.rpo', true],
    ['asset.declared.continuity.rto < duration("PT11H")', true],
    ['asset.declared.continuity.rpo == duration("PT1H30M")', true],
    ['asset.declared.continuity.rpo != asset.declared.continuity.rpo', false],
    ['asset.declared.lastReview < asset.declared.lastMajorChange', true],
    ['asOf - asset.declared.lastReview > duration("P1D")', true],
  ])('reads times that are texts: %s', (assert, expected) => {
    const declared = {
      continuity: { rto: 'PT10H', rpo: 'PT90M' },
      lastReview: '2025-12-01',
      lastMajorChange: '2025-12-02',
    };
    expect(evaluate(assert, {}, at(200), { ...asset, declared })).toMatchObject(
      { value: expected, missing: [] },
    );
  });

  it.each([
    'changes[0].before >= 5',
    'changes[0].before < 5',
    '!(changes[0].before - 1 > 5)',
    'size(changes[0].before + "b") > 0',
    '!changes[0].after',
    'changes[0].after && true',
    'changes[0].after ? true : true',
    'changes.exists(c, c.after)',
    'size(changes[0].after) != 9',
    '!changes[0].after.contains("x")',
    '!(changes[0].before > asOf)',
  ])('has no value for a type that it does not expect: %s', assert => {
    const { expression } = compileAssertion(
      assert.replaceAll('changes', 'member.changes'),
      {
        member: evidenceTypes['release-changed'],
        judgements: [],
        parameters: {},
      },
    );
    const changes = [{ field: 'f', before: ['a'], after: 7 }];
    const result = evaluateAssertion(expression, {
      verdicts: {},
      member: { changes },
      asset,
      parameters: {},
      asOf: at(0),
    });
    expect(result).toMatchObject({ value: null, broken: expect.any(String) });
  });

  it('ends before lists that double get too long', () => {
    const doubled = Array.from({ length: 26 }).reduce<string>(
      text => `${text}.map(a, a + a)`,
      '[["x"]]',
    );
    const { broken } = evaluate(`${doubled}.exists(a, asset.kind == "x")`);
    expect(broken).toContain('too many steps');
  });

  it('ends after many steps', () => {
    const list = `[${'1, '.repeat(99)}1]`;
    const nested = ['a', 'b', 'c', 'd'].reduceRight(
      (body, name) => `${list}.exists(${name}, ${body})`,
      'asset.kind == "x"',
    );
    expect(evaluate(nested).broken).toContain('too many steps');
  });

  it('has no value for what can not be computed', () => {
    expect(evaluate('size(asset.kind) % 0 == 1').broken).toBe(
      'a division by zero',
    );
  });
});

describe('what is missing', () => {
  const digest = 'member.deployment.artifact.digest';

  it('is named', () => {
    expect(evaluate(`${digest} != ""`)).toEqual({
      value: null,
      missing: [digest],
    });
  });

  it.each([
    `${digest} != ""`,
    `!(${digest} == "x")`,
    `${digest} == "x" || true || asset.linked`,
    `asset.linked || ${digest} == "x"`,
    `asset.linked ? true : ${digest} == "x"`,
    `!(asset.kind == "api" && ${digest} == "x")`,
    `[${digest}].exists(d, true)`,
    `asset.repositories.exists(r, r != "" || ${digest} == "x")`,
    'asset.declared.functions.all(f, f != "")',
    `!asset.repositories.filter(r, false).exists(r, r == ${digest})`,
  ])('is never true, whatever is written around it: %s', assert => {
    expect(value(assert)).toBeNull();
  });

  it('leaves a failure that does not depend on it', () => {
    expect(value(`asset.kind == "api" && ${digest} == "x"`)).toBe(false);
    expect(value(`${digest} == "x" && asset.kind == "api"`)).toBe(false);
  });

  it('is an answer of a judgement, too', () => {
    const verdicts = {
      'change.independence': null,
      'change.traceability': true,
    };
    const [independent, traced] = Object.keys(verdicts).map(
      name => `${name}.satisfied`,
    );
    expect(value(`${independent} || ${traced}`, verdicts)).toBeNull();
    expect(value(`!${independent}`, verdicts)).toBeNull();
    expect(value(`${independent} && !${traced}`, verdicts)).toBe(false);
    expect(value(traced!, verdicts)).toBe(true);
  });

  it('is nothing at all, of which everything could be said', () => {
    expect(
      evaluate('asset.repositories.filter(r, r == "").all(r, r == "x")').value,
    ).toBeNull();
  });

  const leaves = [
    'change.independence',
    'change.traceability',
    'asset.support',
  ];
  const expression = fc.letrec<{ tree: string; node: string }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('true', 'false', ...leaves.map(l => `${l}.satisfied`)),
      tie('node'),
    ),
    node: fc.oneof(
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} && ${b})`),
      fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} || ${b})`),
      tie('tree').map(a => `!(${a})`),
      fc
        .tuple(tie('tree'), tie('tree'), tie('tree'))
        .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
  })).tree;

  it('of any expression makes it never true, and nothing else another', () => {
    fc.assert(
      fc.property(
        expression,
        fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        fc.integer({ min: 0, max: 2 }),
        (tree, answers, lost) => {
          // So that all are read.
          const assert = `${tree} && (${leaves
            .map(leaf => `${leaf}.satisfied`)
            .join(' || ')} || asset.linked)`;
          const known = Object.fromEntries(
            leaves.map((leaf, place) => [leaf, answers[place]!]),
          );
          const less = { ...known, [leaves[lost]!]: null };
          const before = value(assert, known);
          const after = value(assert, less);
          expect(before).not.toBeNull();
          // False only if what was lost does not matter.
          expect([null, before === false ? false : null]).toContain(after);
        },
      ),
    );
  });
});

describe('an answer that time changes', () => {
  const HOUR = 60;

  it.each([
    ['asOf - member.deployedAt < duration("PT4H")', at(100 + 4 * HOUR)],
    ['asOf < member.deployedAt + duration("PT4H")', at(100 + 4 * HOUR)],
    ['member.deployedAt + duration("PT4H") > asOf', at(100 + 4 * HOUR)],
    ['asOf - member.deployedAt >= duration("PT4H")', at(100 + 4 * HOUR)],
  ])('says when: %s', (assert, changesAt) => {
    const now = evaluate(assert);
    expect(now.changesAt).toBe(changesAt);
    const just = new Date(Date.parse(changesAt) - 1).toISOString() as never;
    expect(value(assert, {}, just)).toBe(now.value);
    expect(value(assert, {}, changesAt)).toBe(!now.value);
  });

  it('to the millisecond where the limit still counts', () => {
    const assert = 'asOf - member.deployedAt <= duration("PT4H")';
    const limit = Date.parse(at(100 + 4 * HOUR));
    const after = new Date(limit + 1).toISOString();
    expect(evaluate(assert).changesAt).toBe(after);
    expect(value(assert, {}, new Date(limit).toISOString() as never)).toBe(
      true,
    );
    expect(value(assert, {}, after as never)).toBe(false);
  });

  it('is found in a list, too', () => {
    const until = 'timestamp("2030-01-01T00:00:00.000Z")';
    const changesAt = '2030-01-01T00:00:00.000Z';
    for (const assert of [`asOf in [${until}]`, `[asOf] == [${until}]`]) {
      expect(evaluate(`${assert} && asset.linked`)).toEqual({
        value: false,
        missing: [],
        changesAt,
      });
      expect(value(`${assert} && asset.linked`, {}, changesAt as never)).toBe(
        true,
      );
    }
  });

  it('is none after the last instant', () => {
    const assert =
      'asOf < timestamp("9999-12-31T23:59:59.999Z") + duration("P7D") && asset.linked';
    expect(evaluate(assert)).toEqual({ value: true, missing: [] });
  });

  const moment = fc.oneof(
    fc.constantFrom('asOf', 'member.deployedAt'),
    fc
      .tuple(
        fc.constantFrom('asOf', 'member.deployedAt'),
        fc.constantFrom('+', '-'),
        fc.integer({ min: 1, max: 300 }),
      )
      .map(([from, sign, ms]) => `${from} ${sign} duration("PT0.${ms}S")`),
  );
  const comparison = fc
    .tuple(moment, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), moment)
    .map(([a, operator, b]) => `${a} ${operator} ${b}`);

  it('of a comparison is right to the millisecond', () => {
    fc.assert(
      fc.property(
        comparison,
        fc.integer({ min: -900, max: 900 }),
        (compared, away) => {
          const assert = `${compared} && member.deployment.environment.production`;
          const start = Date.parse(at(100)) + away;
          const valueAt = (ms: number) =>
            value(assert, {}, new Date(ms).toISOString() as never);
          const first = new Date(start).toISOString();
          const { value: before, changesAt } = evaluate(
            assert,
            {},
            first as never,
          );
          const end = changesAt ? Date.parse(changesAt) : start + 3_000;
          expect(end).toBeGreaterThan(start);
          for (const ms of [
            start + 1,
            Math.floor((start + end) / 2),
            end - 1,
          ]) {
            expect(ms < end ? valueAt(ms) : before).toBe(before);
          }
          expect(valueAt(end)).toBe(changesAt ? !before : before);
        },
      ),
    );
  });

  it('is none when it can not change again', () => {
    const assert = 'asOf - member.deployedAt < duration("PT1H")';
    expect(evaluate(assert)).toEqual({ value: false, missing: [] });
  });
});
