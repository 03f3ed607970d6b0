import type { KeptText } from './applyRules';
import { atOnce, type Pausable } from './inTurns';
import { mayHoldSecret } from './mayHoldSecret';
import type { PersonalData } from './personalData';
import type { RedactedText } from './RedactedText';
import type { RedactionWork } from './RedactionWork';
import { isPlain, redactEncoded, redactPlain } from './redactString';

/** How a text begins that may be JSON itself. */
const OPENS_JSON = /^\s*[[{]/;

/** Takes out of single texts what must not be kept. */
export class TextRedactor {
  readonly #personal: PersonalData | undefined;
  readonly #work: RedactionWork;
  /** Redacts JSON that is a text; absent where none is read any more. */
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

  /** What is kept of a name, or of any text that is not read as JSON. */
  *plain(text: string): Pausable<KeptText> {
    return yield* redactPlain(text, this.#personal, this.#work);
  }

  /** What is kept of a value; JSON within it is read as such. */
  *value(text: string): Pausable<KeptText> {
    return (yield* this.#withinJson(text)) ?? (yield* this.plain(text));
  }

  /** What is kept of a value in base 64. */
  *encoded(text: string): Pausable<KeptText> {
    return yield* redactEncoded(text, this.#personal, this.#work);
  }

  /** The same as `plain` for a short text, without a pause. */
  shortPlain(text: string): KeptText {
    return isPlain(text, this.#personal)
      ? { text, rules: [] }
      : atOnce(this.plain(text));
  }

  /** The same as `value` for a short text, without a pause. */
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
