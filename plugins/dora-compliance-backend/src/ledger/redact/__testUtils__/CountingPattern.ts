import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Goes on behind what was matched; returns where all of it ends. */
type Next = (at: number) => number;
type Matcher = (at: number, next: Next) => number;

/** No match. */
const NONE = -1;

/** Whether an element is always one character. */
type Single = AST.Character | AST.CharacterSet | AST.CharacterClass;

/**
 * Matches like the regular expressions of V8 do, by backtracking and without
 * any shortcut, and counts: each character that is compared, each place that
 * is asked for, each way that is gone back. V8 takes no more steps than these.
 */
export class CountingPattern {
  steps = 0;
  #text = '';
  readonly #groups = new Map<AST.CapturingGroup, string | undefined>();
  readonly #flags: string;
  readonly #matcher: Matcher;

  constructor(pattern: RegExp) {
    this.#flags = pattern.flags.replace(/[gy]/g, '');
    const { alternatives } = new RegExpParser().parsePattern(
      pattern.source,
      undefined,
      undefined,
      { unicode: pattern.unicode },
    );
    this.#matcher = this.#anyOf(alternatives, 1);
  }

  /** All matches in a text, as `matchAll` has them. */
  matches(text: string): string[] {
    this.#text = text;
    const found: string[] = [];
    for (let at = 0; at <= text.length; ) {
      const end = this.#matcher(at, place => place);
      if (end > at) {
        found.push(text.slice(at, end));
      }
      at = end > at ? end : at + 1;
    }
    return found;
  }

  #anyOf(alternatives: readonly AST.Alternative[], way: 1 | -1): Matcher {
    const all = alternatives.map(({ elements }) => this.#each(elements, way));
    return (at, next) => {
      for (const matcher of all) {
        const end = matcher(at, next);
        if (end !== NONE) {
          return end;
        }
      }
      return NONE;
    };
  }

  #each(elements: readonly AST.Element[], way: 1 | -1): Matcher {
    const inOrder = way > 0 ? elements : [...elements].reverse();
    return inOrder
      .map(element => this.#element(element, way))
      .reduceRight<Matcher>(
        (rest, first) => (at, next) => first(at, place => rest(place, next)),
        (at, next) => next(at),
      );
  }

  #element(element: AST.Element, way: 1 | -1): Matcher {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        const isOne = this.#single(element);
        return (at, next) => (isOne(at, way) ? next(at + way) : NONE);
      }
      case 'Quantifier':
        return this.#quantifier(element, way);
      case 'Assertion':
        return this.#assertion(element);
      case 'Group':
        return this.#anyOf(element.alternatives, way);
      case 'CapturingGroup':
        return this.#capturing(element, way);
      case 'Backreference':
        return (at, next) => {
          const group = element.resolved as AST.CapturingGroup;
          const before = this.#groups.get(group) ?? '';
          this.steps += before.length + 1;
          return this.#text.startsWith(before, at)
            ? next(at + before.length)
            : NONE;
        };
      default:
        throw new Error(`${element.type} is not counted`);
    }
  }

  #single(element: Single): (at: number, way: 1 | -1) => boolean {
    const native = new RegExp(`^(?:${element.raw})$`, this.#flags);
    const known = new Map<number, boolean>();
    return (at, way) => {
      this.steps += 1;
      const place = way > 0 ? at : at - 1;
      if (place < 0 || place >= this.#text.length) {
        return false;
      }
      const code = this.#text.charCodeAt(place);
      let is = known.get(code);
      if (is === undefined) {
        is = native.test(String.fromCharCode(code));
        known.set(code, is);
      }
      return is;
    };
  }

  #quantifier({ element, min, max, greedy }: AST.Quantifier, way: 1 | -1) {
    if (!greedy) {
      throw new Error('Lazy quantifiers are not counted');
    }
    if (
      element.type === 'Character' ||
      element.type === 'CharacterSet' ||
      element.type === 'CharacterClass'
    ) {
      return this.#run(this.#single(element), min, max, way);
    }
    const one = this.#element(element, way);
    const times = (count: number, at: number, next: Next): number => {
      this.steps += 1;
      const more =
        count < max
          ? one(at, place =>
              place === at ? NONE : times(count + 1, place, next),
            )
          : NONE;
      return more !== NONE || count < min ? more : next(at);
    };
    return (at: number, next: Next) => times(0, at, next);
  }

  /** As many characters as there are, then fewer and fewer. */
  #run(
    isOne: (at: number, way: 1 | -1) => boolean,
    min: number,
    max: number,
    way: 1 | -1,
  ): Matcher {
    return (at, next) => {
      let count = 0;
      while (count < max && isOne(at + way * count, way)) {
        count += 1;
      }
      for (; count >= min; count -= 1) {
        this.steps += 1;
        const end = next(at + way * count);
        if (end !== NONE) {
          return end;
        }
      }
      return NONE;
    };
  }

  #assertion(assertion: AST.Assertion): Matcher {
    const isTrue = this.#isTrue(assertion);
    return (at, next) => {
      this.steps += 1;
      return isTrue(at) ? next(at) : NONE;
    };
  }

  #isTrue(assertion: AST.Assertion): (at: number) => boolean {
    switch (assertion.kind) {
      case 'start':
        return at => at === 0;
      case 'end':
        return at => at === this.#text.length;
      case 'word':
        return at =>
          (this.#isWord(at - 1) !== this.#isWord(at)) !== assertion.negate;
      default: {
        const way = assertion.kind === 'lookahead' ? 1 : -1;
        const inner = this.#anyOf(assertion.alternatives, way);
        return at => (inner(at, place => place) === NONE) === assertion.negate;
      }
    }
  }

  #isWord(at: number): boolean {
    return /\w/.test(this.#text.charAt(at));
  }

  #capturing(group: AST.CapturingGroup, way: 1 | -1): Matcher {
    const inner = this.#anyOf(group.alternatives, way);
    return (at, next) =>
      inner(at, place => {
        this.#groups.set(
          group,
          this.#text.slice(Math.min(at, place), Math.max(at, place)),
        );
        return next(place);
      });
  }
}
