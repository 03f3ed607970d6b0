import { type AST, RegExpParser } from '@eslint-community/regexpp';
import fc from 'fast-check';
import { CountingPattern } from './__testUtils__/CountingPattern';
import { hostileParts, repeated } from './__testUtils__/hostileTexts';
import { compilePersonalData } from './personalData';
import { AHEAD, BEHIND } from './pieces';
import { secretRules } from './secretRules';

const patterns = [
  ...secretRules,
  ...compilePersonalData(['email'])!.inTexts,
].flatMap(({ name, pattern }, index) =>
  pattern ? [[`${index} ${name}`, pattern] as const] : [],
);

/** What the worst text makes a pattern do for each of its characters. */
const MOST_STEPS = 500;

/** How many characters an element looks at, at most. */
function measureLength(element: AST.Element | AST.Alternative): number {
  switch (element.type) {
    case 'Alternative':
      return element.elements.reduce((sum, one) => sum + measureLength(one), 0);
    case 'Quantifier':
      return element.max * measureLength(element.element);
    case 'Group':
    case 'CapturingGroup':
      return measureLongest(element.alternatives);
    case 'Assertion':
      return element.kind === 'lookahead' || element.kind === 'lookbehind'
        ? measureLongest(element.alternatives)
        : 1;
    case 'Backreference':
      return measureLongest(
        (element.resolved as AST.CapturingGroup).alternatives,
      );
    default:
      return 1;
  }
}

function measureLongest(alternatives: readonly AST.Alternative[]): number {
  return Math.max(...alternatives.map(measureLength));
}

/** Without a run of letters at the end, which ends where these end. */
function withoutTail(elements: readonly AST.Element[]): AST.Element[] {
  const last = elements.at(-1);
  if (last?.type === 'Quantifier' && last.max === Infinity) {
    expect(last.greedy).toBe(true);
    expect(last.element.type).toBe('CharacterClass');
    return elements.slice(0, -1);
  }
  if (last?.type === 'Group') {
    const [longest = []] = last.alternatives
      .map(({ elements: inner }) => withoutTail(inner))
      .sort((a, b) => total(b) - total(a));
    return [...elements.slice(0, -1), ...longest];
  }
  return [...elements];
}

function total(elements: readonly AST.Element[]): number {
  return elements.reduce((sum, one) => sum + measureLength(one), 0);
}

describe.each(patterns)('the pattern %s', (_, pattern) => {
  const { alternatives } = new RegExpParser().parsePattern(
    pattern.source,
    undefined,
    undefined,
    { unicode: pattern.unicode },
  );

  it('looks no further than pieces of texts are read', () => {
    for (const { elements } of alternatives) {
      const behind = elements.filter(
        one => one.type === 'Assertion' && one.kind === 'lookbehind',
      );
      expect(total(behind) + 1).toBeLessThan(BEHIND);
      expect(total(withoutTail(elements))).toBeLessThan(AHEAD);
    }
  });

  it('takes steps in proportion to the length of hostile texts', () => {
    for (const part of hostileParts) {
      const counting = new CountingPattern(pattern);
      counting.matches(repeated(part, 16_384));
      const few = counting.steps;
      counting.steps = 0;
      counting.matches(repeated(part, 32_768));
      const { steps } = counting;
      // Twice as many, and what the one match at the beginning had spared.
      expect({ part, isLinear: steps < 2.5 * few }).toEqual({
        part,
        isLinear: true,
      });
      expect(steps / 32_768).toBeLessThan(MOST_STEPS);
    }
  });

  it('is counted as it matches', () => {
    const counting = new CountingPattern(pattern);
    const piece = fc.constantFrom(...hostileParts, 'aB3dE5fG7h'.repeat(6));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('');
        expect(counting.matches(text)).toEqual(
          [...text.matchAll(pattern)].map(([found]) => found),
        );
      }),
    );
  });
});

it('counts the square that the former pattern of tokens took', () => {
  const former = /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g;
  const stepsOn = (length: number) => {
    const counting = new CountingPattern(former);
    counting.matches(repeated('eyJ-', length));
    return counting.steps;
  };
  expect(stepsOn(8192) / stepsOn(2048)).toBeGreaterThan(15);
});
