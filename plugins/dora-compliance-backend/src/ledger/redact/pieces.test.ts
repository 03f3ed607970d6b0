import fc from 'fast-check';
import { hostileParts } from './__testUtils__/hostileTexts';
import { applyRules } from './applyRules';
import { findJsonWebToken } from './findJsonWebToken';
import { findPrivateKey } from './findPrivateKey';
import { atOnce } from './inTurns';
import { mayHoldSecret } from './mayHoldSecret';
import { compilePersonalData } from './personalData';
import { isInAnyPiece } from './pieces';
import { RedactionWork } from './RedactionWork';
import { namedMark } from './marks';
import { secretRules } from './secretRules';
import type { TextRule } from './TextRule';

const rules = [...secretRules, ...compilePersonalData(['email'])!.inTexts];
const work = () => new RedactionWork(1_000_000_000);
const kept = (text: string, some: readonly TextRule[], piece?: number) =>
  atOnce(applyRules(text, some, namedMark, work(), piece));

const letters = 'aB3dE5fG7h'.repeat(6);
const texts = fc
  .array(
    fc.constantFrom(
      ...hostileParts,
      ...[letters, `ghp_${letters.slice(0, 36)}`, ' ', '\n', '.', '-'],
      ...[
        'https://ci:hunter22@git',
        'DB_PASSWORD=hunter22',
        'ann@bank.example',
      ],
      ...[
        `eyJ${letters}.eyJ${letters}.${letters}`,
        '-----END PRIVATE KEY-----',
      ],
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''));

it('finds the same in pieces of any length', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 200 }), (text, piece) => {
      expect(kept(text, rules, piece)).toEqual(kept(text, rules, text.length));
    }),
  );
});

const patterns = rules.filter(rule => rule.pattern);

it.each(patterns)('finds what replacing finds: $name', rule => {
  const { name, pattern, judge = () => true, within = '' } = rule;
  const marked = (found: string) =>
    judge(found) ? namedMark(name, found) : found;
  fc.assert(
    fc.property(texts, some => {
      const text = `${within} ${some}`;
      expect(kept(text, [rule], 16).text).toBe(text.replace(pattern!, marked));
    }),
  );
});

/** What the finders stand for, in words that take the square of a text. */
const slow: readonly [TextRule, RegExp][] = [
  [
    { name: 'x', find: findJsonWebToken },
    /(?<![\w-])[\w-]*?\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  ],
  [
    { name: 'x', find: findPrivateKey },
    /-----BEGIN (?:[A-Z ]{1,60} )?PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END (?:[A-Z ]{1,60} )?PRIVATE KEY(?: BLOCK)?-----|$)/g,
  ],
];

it.each(slow)('finders find what they stand for', (rule, pattern) => {
  fc.assert(
    fc.property(texts, text => {
      expect(kept(text, [rule]).text).toBe(
        text.replace(pattern, found => namedMark('x', found)),
      );
    }),
    { numRuns: 1000 },
  );
});

it.each([10, 16_370, 16_384, 100_000])(
  'takes out a secret whole that is longer than a piece, behind %d letters',
  before => {
    const token = `glpat-${letters.repeat(2000)}`;
    const text = `${'x '.repeat(before / 2)}${token} rest`;
    expect(kept(text, rules).text).toBe(
      `${'x '.repeat(before / 2)}[redacted: gitlab-token] rest`,
    );
  },
);

it('looks at every piece, and at what lies across two', () => {
  const look = (piece: string) => piece.includes('secret');
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 1, max: 60 }), (at, piece) => {
      const text = `${'x'.repeat(at)}secret${'x'.repeat(100 - at)}`;
      expect(atOnce(isInAnyPiece(text, look, work(), piece))).toBe(true);
    }),
  );
});

it.each([
  (many: string) => `{"password"${many} : 1}`,
  (many: string) => `{"name":"DB_PASSWORD",${many}"value":1}`,
  (many: string) => `{"b":"${many}","a":"ghp_"}`,
  (many: string) => `{"b":"${many}","a":"https://${'U'.repeat(1400)}:p@h"}`,
])('misses no secret across pieces', make => {
  for (const length of [1500, 64_500, 65_000, 65_536, 99_000]) {
    const text = make(' '.repeat(length));
    expect(atOnce(mayHoldSecret(text, work()))).toBe(true);
  }
});
