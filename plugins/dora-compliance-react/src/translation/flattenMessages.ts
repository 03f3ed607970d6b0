/**
 * Messages in another language: one for each of the English ones. A missing key is
 * an error of the compiler that names it.
 *
 * @public
 */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};

/** The keys of nested messages, joined by periods. */
type FlatKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${FlatKey<T[K]>}`;
}[keyof T & string];

/**
 * Messages as Backstage loads those of a language: not nested.
 *
 * @public
 */
export function flattenMessages<T extends object>(
  messages: T,
): Record<FlatKey<T>, string> {
  return Object.fromEntries(listMessages(messages, '')) as Record<
    FlatKey<T>,
    string
  >;
}

function listMessages(messages: object, prefix: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : listMessages(value, `${prefix}${key}.`),
  );
}
