import { withoutLoneSurrogates } from '../ledger/json/loneSurrogates';

/** Escapes of NUL and of surrogates; few entities have one. */
const SUSPECT = /\\u(?:0000|[dD][89a-fA-F])/;

/** An escape: of NUL, or another one. */
const ESCAPES = /\\u0000|\\[^]/g;

/**
 * An entity without characters that canonical JSON can't represent or that a
 * database rejects, which would fail the whole sweep: NUL and lone surrogates
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
