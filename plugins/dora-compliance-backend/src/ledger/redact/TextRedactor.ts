import type { KeptText } from './applyRules';
import { atOnce, type Pausable } from './inTurns';
import { mayHoldSecret } from './mayHoldSecret';
import type { PersonalData } from './personalData';
import type { RedactedText } from './RedactedText';
import type { RedactionWork } from './RedactionWork';
import { isPlain, redactEncoded, redactPlain } from './redactString';

/** How a text begins that may be JSON. */
const OPENS_JSON = /^\s*[[{]/;

/** Redacts single strings. */
export class TextRedactor {
  readonly #personal: PersonalData | undefined;
  readonly #work: RedactionWork;
  /** Redacts JSON in a string; absent if that is nested too deeply. */
  readonly #nested: ((json: string) => Pausable<RedactedText>) | undefined;

  constructor(
    personal: PersonalData | undefined,
    work: RedactionWork,
    nested?: (json: string) => Pausable<RedactedText>,
  ) {
    this.#personal = personal;
    this.#work = work;
    this.#nested = nested;
  }

  /** The redacted form of a name, or of a string that is not read as JSON. */
  *plain(text: string): Pausable<KeptText> {
    return yield* redactPlain(text, this.#personal, this.#work);
  }

  /** The redacted form of a value; JSON within it is read as JSON. */
  *value(text: string): Pausable<KeptText> {
    return (yield* this.#withinJson(text)) ?? (yield* this.plain(text));
  }

  /** The redacted form of a value in base64. */
  *encoded(text: string): Pausable<KeptText> {
    return yield* redactEncoded(text, this.#personal, this.#work);
  }

  /** Like `plain` for a short string, without yielding. */
  shortPlain(text: string): KeptText {
    return isPlain(text, this.#personal)
      ? { text, rules: [] }
      : atOnce(this.plain(text));
  }

  /** Like `value` for a short string, without yielding. */
  shortValue(text: string): KeptText {
    return isPlain(text, this.#personal) && !OPENS_JSON.test(text)
      ? { text, rules: [] }
      : atOnce(this.value(text));
  }

  *#withinJson(text: string): Pausable<KeptText | undefined> {
    if (
      !this.#nested ||
      !OPENS_JSON.test(text) ||
      !(this.#personal || (yield* mayHoldSecret(text, this.#work))) ||
      !isJson(text)
    ) {
      return undefined;
    }
    const inner = yield* this.#nested(text);
    const rules = new Set(inner.redactions.map(({ rule }) => rule));
    return { text: inner.text, rules: [...rules] };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
