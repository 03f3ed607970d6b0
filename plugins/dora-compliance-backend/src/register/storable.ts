import { withoutLoneSurrogates } from '../ledger/json/loneSurrogates';

/** Escapes of NUL and of surrogates: nearly no entity has one. */
const SUSPECT = /\\u(?:0000|[dD][89a-fA-F])/;

/** An escape: of NUL, or another one. */
const ESCAPES = /\\u0000|\\[^]/g;

/**
 * An entity without characters that canonical JSON can't say or a database
 * refuses, which would end the whole sweep: NUL and half of a surrogate pair
 * become U+FFFD. Entities come from files of many people.
 */
export function storable<T>(entity: T): T {
  const json = JSON.stringify(entity);
  if (!SUSPECT.test(json)) {
    return entity;
  }
  const { text } = withoutLoneSurrogates(json);
  return JSON.parse(
    text.replace(ESCAPES, escape =>
      escape === '\\u0000' ? '\\ufffd' : escape,
    ),
  );
}
