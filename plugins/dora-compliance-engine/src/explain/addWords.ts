import type { Judgement, JudgementWords } from '../registry/Judgement';
import { joinWords } from '../registry/joinWords';
import type { Language } from './language/Language';

/** What a judgement without words in a language says instead. */
const FALLBACK = 'en';

/**
 * A language with the sentences that judgements bring for it. What a judgement
 * does not say in this language, it says in English.
 *
 * @throws an Error if a code or a check has a sentence already, also if a judgement
 *   brings one in another language only, or advice on a code of somebody else
 * @public
 */
export function addWords(
  language: Language,
  judgements: Iterable<Judgement>,
): Language {
  let { reasons, checks, advice } = language;
  for (const { name, words = {} } of judgements) {
    for (const [tag, other] of Object.entries(words)) {
      if (tag !== language.tag) {
        join(language.reasons, other.reasons, name);
        join(language.checks, other.checks, name);
      }
      requireOwn(other, name);
    }
    const own = joinWords(
      ...[words[FALLBACK], words[language.tag]].flatMap(one => one ?? []),
    );
    reasons = join(reasons, own.reasons, name);
    checks = join(checks, own.checks, name);
    advice = join(advice, own.advice ?? {}, name);
  }
  return { ...language, reasons, checks, advice };
}

function join<T extends object>(known: T, own: object, judgement: string): T {
  const before = known as Readonly<Record<string, unknown>>;
  // Judgements that share something bring the very same sentence.
  const twice = Object.entries(own).find(
    ([key, words]) => Object.hasOwn(known, key) && before[key] !== words,
  );
  if (twice) {
    throw new Error(
      `The judgement "${judgement}" has a sentence for "${twice[0]}", which exists already. Use another code.`,
    );
  }
  return { ...known, ...own };
}

/** Advice on the reasons of others would change what they say. */
function requireOwn(
  { reasons, advice = {} }: JudgementWords,
  judgement: string,
): void {
  const other = Object.keys(advice).find(code => !Object.hasOwn(reasons, code));
  if (other) {
    throw new Error(
      `The judgement "${judgement}" has advice on "${other}", for which it has no sentence. Use a code of its own.`,
    );
  }
}
