import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { asset, at } from '../testing/story';
import { areEqual, compareValues } from './compareValues';
import { compileAssertion } from './compileAssertion';
import { compute, findLength } from './compute';
import { evaluateAssertion } from './evaluateAssertion';
import { listRead } from './listRead';
import { TimeValue } from './TimeValue';
import { z } from 'zod';

const MINUTE = 60_000;
const compare = (...[operator, a, b]: unknown[]) =>
  compareValues(operator as '==', a, b, { ms: Infinity });

describe('times', () => {
  const [early, late] = [TimeValue.moment(at(10)), TimeValue.moment(at(40))];
  const now = TimeValue.asOf(at(20));
  const hour = TimeValue.span('PT1H' as never);

  it.each([
    ['a moment and a length', now.plus(hour), 'moment', 1],
    ['a length and a moment', hour.plus(now), 'moment', 1],
    ['two lengths', hour.plus(hour), 'span', 0],
    ['a moment less a length', now.minus(hour), 'moment', 1],
    ['a moment less a moment', now.minus(early), 'span', 1],
    ['a fixed moment less the present', early.minus(now), 'span', -1],
    ['a length less a length', hour.minus(hour), 'span', 0],
    ['the present less itself', now.minus(now), 'span', 0],
    [
      'twice the time since a moment',
      now.minus(early).plus(now.minus(early)),
      'span',
      2,
    ],
  ])('of %s', (_, time, kind, speed) => {
    expect([time.kind, time.speed]).toEqual([kind, speed]);
  });

  it('are computed to the millisecond', () => {
    expect(now.minus(early).ms).toBe(10 * MINUTE);
    expect(now.plus(hour).in(5)).toBe(now.ms + 60 * MINUTE + 5);
    expect(hour.in(5)).toBe(60 * MINUTE);
  });

  it('are read from texts', () => {
    expect(TimeValue.from('PT1H')).toMatchObject({
      kind: 'span',
      ms: 60 * MINUTE,
    });
    expect(TimeValue.from(at(10))).toMatchObject({ kind: 'moment', speed: 0 });
    expect(TimeValue.from(now)).toBe(now);
    expect(() => TimeValue.from('yesterday')).toThrow(
      'a time that does not exist',
    );
    // It ends with the letter that a length begins with.
    expect(() => TimeValue.from('STOP')).toThrow('does not exist');
  });

  it('meet once, at the same time or later', () => {
    expect(now.meets(late)).toBe(20 * MINUTE);
    expect(late.meets(now)).toBe(20 * MINUTE);
    expect(now.meets(early)).toBeUndefined();
    expect(early.meets(late)).toBeUndefined();
    expect(early.meets(early)).toBeUndefined();
    expect(now.meets(TimeValue.moment(at(20)))).toBe(0);
    const twice = now.minus(early).plus(now.minus(early));
    // 20 minutes now, and two more in each minute.
    expect(twice.meets(hour)).toBe(20 * MINUTE);
  });

  it.each([
    ['==', false],
    ['!=', true],
    ['<', true],
    ['<=', true],
    ['>', false],
    ['>=', false],
  ])(
    'are compared: the present %s a later moment is %s',
    (operator, answer) => {
      expect(compare(operator, now, late)).toBe(answer);
      expect(compare(operator, now, at(40))).toBe(answer);
      expect(compare(operator, at(20), late)).toBe(answer);
    },
  );

  it.each([
    ['==', 20 * MINUTE],
    ['!=', 20 * MINUTE],
    ['<', 20 * MINUTE],
    ['<=', 20 * MINUTE + 1],
    ['>', 20 * MINUTE + 1],
    ['>=', 20 * MINUTE],
  ])('say when the answer of %s changes', (operator, ms) => {
    const changesIn = { ms: Infinity };
    compareValues(operator as '==', now, late, changesIn);
    expect(changesIn.ms).toBe(ms);
  });

  it.each([
    ['==', 1],
    ['<=', 1],
    ['>', 1],
    ['<', Infinity],
    ['>=', Infinity],
  ])('that are equal now change %s in %s milliseconds', (operator, ms) => {
    const changesIn = { ms: Infinity };
    compareValues(operator as '==', now, at(20), changesIn);
    expect(changesIn.ms).toBe(ms);
  });

  it('keep the soonest change', () => {
    const changesIn = { ms: 5 };
    compareValues('<', now, late, changesIn);
    expect(changesIn.ms).toBe(5);
  });
});

describe('values', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['<', 1, 2, true],
    ['<', 2, 2, false],
    ['<=', 2, 2, true],
    ['>', 2, 2, false],
    ['>=', 2, 2, true],
    ['>', 3, 2, true],
    ['<', 'a', 'b', true],
    ['>=', 'a', 'b', false],
    ['<', false, true, true],
    ['==', 1, 1, true],
    ['!=', 1, 2, true],
    ['!=', 'a', 'a', false],
  ])('are compared: %s %j %j is %s', (operator, a, b, answer) => {
    expect(compare(operator, a, b)).toBe(answer);
  });

  it.each([
    ['<', 1, 'a'],
    ['>=', 'a', 1],
    ['<', ['a'], ['b']],
    ['<', { a: 1 }, { a: 2 }],
  ])('have no order: %s %j %j', (operator, a, b) => {
    expect(() => compare(operator, a, b)).toThrow(
      `${operator} can not compare ${typeof a} and ${typeof b}`,
    );
  });

  it.each<[boolean, unknown, unknown]>([
    [true, { a: 1, b: [2] }, { b: [2], a: 1 }],
    [false, { a: 1 }, { a: 2 }],
    [false, { a: 1 }, 'a'],
    [false, 'a', { a: 1 }],
    [true, ['a', 'b'], ['a', 'b']],
    [false, ['a', 'b'], ['b', 'a']],
    [false, ['a'], ['a', 'b']],
    [false, ['a', 'b'], ['a']],
    [false, ['a'], 'a'],
    [false, 'a', ['a']],
    [false, [], {}],
    [false, 1, '1'],
    [true, [[1]], [[1]]],
    [true, TimeValue.moment(at(1)), at(1)],
  ])('are the same: %s, %j %j', (same, a, b) => {
    expect(areEqual(a, b, { ms: Infinity })).toBe(same);
  });

  it.each<['+' | '-' | '*' | '%', unknown, unknown, unknown]>([
    ['+', 2, 3, 5],
    ['-', 2, 3, -1],
    ['*', 2, 3, 6],
    ['%', 7, 3, 1],
    ['%', 0, 3, 0],
    ['*', 3, 0, 0],
    ['+', 'a', 'b', 'ab'],
    ['+', ['a'], ['b'], ['a', 'b']],
  ])('are computed: %s %j %j is %j', (operator, a, b, result) => {
    expect(compute(operator, a, b)).toEqual(result);
  });

  it.each<['+' | '-' | '*' | '%', unknown, unknown, string]>([
    ['%', 1, 0, 'a division by zero'],
    ['*', 1e308, 10, 'a number that is too large'],
    ['+', 1, 'a', '+ can not use number and string'],
    ['+', 'a', 1, '+ can not use string and number'],
    ['+', ['a'], 'a', '+ can not use object and string'],
    ['+', 'a', ['a'], '+ can not use string and object'],
    ['*', 'a', 'b', '* can not use string and string'],
    ['*', ['a'], ['b'], '* can not use object and object'],
    ['*', 2, true, '* can not use number and boolean'],
    ['-', true, 2, '- can not use boolean and number'],
  ])('have no value: %s %j %j', (operator, a, b, problem) => {
    expect(() => compute(operator, a, b)).toThrow(problem);
  });

  it('of time are added and subtracted, as texts too', () => {
    const later = compute('+', TimeValue.moment(at(1)), 'PT1M') as TimeValue;
    expect(later.ms).toBe(Date.parse(at(2)));
    expect((compute('-', at(2), at(1)) as TimeValue).ms).toBe(MINUTE);
    expect((compute('-', at(2), 'PT1M') as TimeValue).kind).toBe('moment');
  });

  it('have a length if they are texts or lists', () => {
    expect([findLength('abc'), findLength([1, 2])]).toEqual([3, 2]);
    expect(() => findLength(7)).toThrow('size needs a text or a list');
    expect(() => findLength({})).toThrow('size needs a text or a list');
  });
});

const schema = z.object({
  name: z.string().optional(),
  count: z.number().optional(),
  flag: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  parts: z
    .array(z.object({ id: z.string(), size: z.number().optional() }))
    .optional(),
  inner: z.object({ text: z.string().optional() }).optional(),
  any: z.any().optional(),
  other: z.any().optional(),
});

function run(assert: string, member: object) {
  const { expression } = compileAssertion(assert, {
    member: schema,
    judgements: [],
    parameters: {},
  });
  const result = evaluateAssertion(expression, {
    verdicts: {},
    member,
    asset,
    parameters: {},
    asOf: at(0) as Instant,
  });
  return { ...result, read: listRead(expression, member) };
}

describe('what an assertion reads', () => {
  it('is shown with its values', () => {
    const member = { name: 'x', count: 3, flag: true, tags: ['a'] };
    expect(
      run(
        'member.name == "x" && member.count > 2 && member.flag && "a" in member.tags',
        member,
      ).read,
    ).toBe('name = "x", count = 3, flag = true, tags = ["a"]');
  });

  it('is shown once, and at most four values of it', () => {
    const member = {
      name: 'x',
      count: 3,
      flag: true,
      tags: [],
      inner: { text: 'y' },
    };
    expect(run('member.count > 2 && member.count < 9', member).read).toBe(
      'count = 3',
    );
    expect(
      run(
        'member.name == "x" || member.count > 2 || member.flag || size(member.tags) > 0 || member.inner.text == "y"',
        member,
      ).read.split(', '),
    ).toHaveLength(4);
  });

  it('is left out if it is missing, or is no simple value', () => {
    const parts = [{ id: 'a' }];
    const assert =
      'member.parts.exists(p, p.id == "a") && member.inner.text == "y" && asset.kind == "component" && member.name == ""';
    expect(run(assert, { parts, inner: {}, name: '' }).read).toBe('name = ""');
    expect(run(assert, { parts, name: 'x' }).read).toBe('name = "x"');
    expect(run('member.any == "x"', { any: ['a', { b: 1 }] }).read).toBe('');
    expect(run('member.any == "x"', { any: null }).read).toBe('');
    expect(run('member.inner.text == "x"', { inner: null }).read).toBe('');
  });

  it('is cut if it is long', () => {
    const long = (length: number) => {
      const name = 'n'.repeat(length);
      return run('member.name == "x"', { name }).read;
    };
    expect(long(58)).toBe(`name = "${'n'.repeat(58)}"`);
    expect(long(59)).toBe(`name = "${'n'.repeat(59)}…`);
  });
});

describe('an assertion about what is missing', () => {
  it.each([
    ['member.inner.text == "x"', {}, ['member.inner']],
    ['member.inner.text == "x"', { inner: {} }, ['member.inner.text']],
    ['member.tags[0] == "x"', { tags: [] }, ['member.tags[0]']],
    ['member.tags[0] == "x"', {}, ['member.tags']],
    ['size(member.tags) == 0', {}, ['member.tags']],
    ['member.name.contains("x")', {}, ['member.name']],
    ['"x".contains(member.name)', {}, ['member.name']],
    ['member.any[member.other] == "x"', { any: ['x'] }, ['member.other']],
    ['member.tags.exists(t, t == "x")', {}, ['member.tags']],
    ['-member.count < 1.0', {}, ['member.count']],
    ['member.name == "x" ? false : true', {}, ['member.name']],
    ['member.name == "x" ? true : false', {}, ['member.name']],
    ['"x" in member.tags', {}, ['member.tags']],
    ['member.name in ["x"]', {}, ['member.name']],
    ['1.0 < member.count', {}, ['member.count']],
    ['[member.name] == ["x"]', {}, ['member.name']],
    ['member.tags.all(t, t == "x")', { tags: [] }, ['member.tags']],
    [
      'member.parts.map(p, p.size)[0] > 1.0',
      { parts: [{ id: 'a' }] },
      ['p.size'],
    ],
    [
      'size(member.parts.filter(p, p.size > 1.0)) == 0',
      { parts: [{ id: 'a' }] },
      ['p.size'],
    ],
    [
      'member.parts.exists_one(p, p.size > 1.0)',
      { parts: [{ id: 'a', size: 2 }, { id: 'b' }] },
      ['p.size'],
    ],
  ])('%s has no value, and says what', (assert, member, missing) => {
    const { value, broken, ...rest } = run(assert, member);
    expect([value, rest.missing]).toEqual([null, missing]);
    // It is no error.
    expect(broken).toBeUndefined();
  });

  it('notices what the body of a macro reads, though the list is empty', () => {
    const assert = 'member.tags.exists(t, t == member.name) || member.flag';
    expect(run(assert, { tags: [], flag: true })).toMatchObject({
      value: null,
      missing: ['member.name'],
    });
  });

  it('does not take a name that lists and texts have for a field', () => {
    expect(run('member.any.length == 1', { any: ['a'] }).value).toBeNull();
    expect(run('member.any.length == 1', { any: 'a' }).value).toBeNull();
    expect(run('member.any.toString == "x"', { any: {} }).value).toBeNull();
    expect(run('member.any["0"] == "a"', { any: ['a'] }).value).toBeNull();
    expect(run('member.any[0] == "a"', { any: ['a'] }).value).toBe(true);
  });
});

describe('the operators of assertions', () => {
  const parts = [
    { id: 'a', size: 1 },
    { id: 'b', size: 2 },
    { id: 'c', size: 2 },
  ];

  it.each([
    ['member.parts.exists_one(p, p.size == 1.0)', true],
    ['member.parts.exists_one(p, p.size == 2.0)', false],
    ['member.parts.exists_one(p, p.size == 3.0)', false],
    ['size(member.parts.filter(p, p.size == 2.0)) == 2', true],
    ['member.parts.map(p, p.id) == ["a", "b", "c"]', true],
    ['member.parts.all(p, p.size > 0.0)', true],
    ['member.parts.all(p, p.size > 1.0)', false],
    ['member.parts.exists(p, p.size > 1.0)', true],
    ['member.parts.exists(p, p.size > 2.0)', false],
    ['member.name.endsWith("ger") && !member.name.endsWith("led")', true],
    ['member.name.startsWith("led") && !member.name.startsWith("ger")', true],
    ['member.name.contains("edge") && !member.name.contains("x")', true],
    ['member.name + "s" == "ledgers"', true],
    ['member.parts[1].id == "b"', true],
    ['-member.parts[0].size == 0.0 - 1.0', true],
  ])('%s is %s', (assert, answer) => {
    expect(run(assert, { name: 'ledger', parts }).value).toBe(answer);
  });

  it.each([
    ['member.any.contains("x")', { any: 7 }, 'contains needs texts'],
    ['"x".startsWith(member.any)', { any: 7 }, 'startsWith needs texts'],
    ['size(member.any) == 1', { any: 7 }, 'size needs a text or a list'],
  ])('%s has no value for another type', (assert, member, broken) => {
    expect(run(assert, member)).toMatchObject({ value: null, broken });
  });

  it('end before texts that are put together get too long', () => {
    const text = 'x'.repeat(40_000);
    const assert = (times: number) =>
      `${Array(times).fill('member.name').join(' + ')} != "x"`;
    expect(run(assert(2), { name: text }).value).toBe(true);
    expect(run(assert(3), { name: text }).broken).toBe(
      'too many steps; put shorter lists or texts together',
    );
    const tags = Array(40_000).fill('x');
    expect(run('size(member.tags + member.tags) > 0', { tags }).value).toBe(
      true,
    );
    expect(
      run('size(member.tags + member.tags + member.tags) > 0', { tags }).broken,
    ).toContain('too many steps');
  });

  it('keep what was missing before a part had no value', () => {
    const { missing, broken } = run(
      'member.name == "x" && size(member.any) == 1',
      { any: 7 },
    );
    expect(missing).toEqual(['member.name']);
    expect(broken).toBeDefined();
  });
});

describe('an assertion is refused', () => {
  const compile = (assert: string) => () => run(assert, {});

  it.each([
    // The parser does not know optional fields: what is missing is unknown.
    ['member.name.?x == "x"', 'got QUESTION'],
    ['member.tags[?0] == "x"', 'QUESTION'],
    [
      'member.name.matches("x")',
      'use one of all, exists, exists_one, filter, map, contains, endsWith, size, startsWith',
    ],
    ['member.tags.exists(member.name, true)', 'exists(var, predicate)'],
    ['[1].exists(asset, true)', '"asset" is what assertions read'],
    ['duration(member.name) > duration("P1D")', 'write a duration as'],
    ['timestamp(member.name) > asOf', 'write a time as'],
    ['timestamp("2026-03-01") > asOf', 'write a time as'],
    ['asOf == asOf', 'reads nothing'],
    ['[asset.kind == {"a": 1}["a"], true][1]', 'can not make maps'],
    ['member.tags.exists(t, has(member.name))', 'leave out has()'],
    ['member.tags.map(t, size(t) / 2)[0] == 1', 'division rounds integers'],
  ])('%s', (assert, problem) => {
    expect(compile(assert)).toThrow(problem);
  });
});

describe('the types of parameters', () => {
  const level = (value: unknown) => ({
    'critical-or-important': value,
    important: value,
    standard: value,
    basis: 'policy',
  });
  const compile = (assert: string) =>
    compileAssertion(assert, {
      member: schema,
      judgements: [],
      parameters: {
        words: level('all'),
        names: level(['a']),
        most: level(3),
        on: level(true),
        longest: level('P7D'),
      } as never,
    });

  it.each([
    'member.name == parameters.words',
    'member.name in parameters.names',
    'member.count < parameters.most',
    'member.flag == parameters.on',
    'member.flag && asOf - asOf < parameters.longest',
  ])('fit %s', assert => {
    expect(() => compile(assert)).not.toThrow();
  });

  it.each([
    'member.name == parameters.most',
    'member.count < parameters.words',
    'member.flag == parameters.words',
    'member.name in parameters.words',
    'member.flag && asOf - asOf < parameters.most',
    'member.count < parameters.on',
  ])('do not fit %s', assert => {
    expect(() => compile(assert)).toThrow('no such overload');
  });
});
