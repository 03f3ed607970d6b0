/**
 * Counts and lists in a language.
 *
 * @param tag - BCP 47
 */
export function createWords(tag: string) {
  const plurals = new Intl.PluralRules(tag);
  const all = new Intl.ListFormat(tag);
  const either = new Intl.ListFormat(tag, { type: 'disjunction' });
  return {
    /** The form for a number: `one`, `other` and what else a language has. */
    form<T>(
      count: number | string | undefined,
      forms: Partial<Record<Intl.LDMLPluralRule, T>> & { other: T },
    ): T {
      return forms[plurals.select(Number(count))] ?? forms.other;
    },
    /** `a, b, and c` */
    all: (items: readonly string[]) => all.format(items),
    /** `a, b, or c` */
    either: (items: readonly string[]) => either.format(items),
  };
}
