import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from '../json/characters';
import { endOfString, readString } from '../json/JsonScanner';
import { Edits } from './Edits';
import {
  afterSpace,
  endOfNumber,
  opensNumber,
  readThrough,
} from './jsonValues';
import { mayHoldSecret } from './mayHoldSecret';
import type { PersonalData } from './personalData';
import { type Place, pointerOf } from './pointerOf';
import { type KeptText, redactEncoded, redactPlain } from './redactString';
import type { Redacted } from './redact';
import { isSecretName } from './secretNames';
import { isMark, namedMark } from './textRules';

/** A member whose meaning another member of the same object tells. */
type Member = {
  key: string;
  start: number;
  end: number;
  /** Whether there is anything to read in it. */
  tells: boolean;
};

/** A list or an object whose end was not reached yet. */
type Frame = Place & {
  start: number;
  /** How much there was to read before it. */
  told: number;
  /** The rule that all that stands directly here falls under. */
  rule: string | undefined;
  /** Whether a member says that `value` is that of a secret. */
  namesSecret: boolean;
  value: Member | undefined;
  /** Whether a member says that `content` is in base 64. */
  isEncoded: boolean;
  content: Member | undefined;
  /** Names that were taken out so far. */
  names: number;
};

/** Texts within texts are read so deep. */
const DEEPEST = 3;

/**
 * Walks once over a valid JSON text and takes out what must not be kept.
 * Doesn't nest calls but for JSON that is a text in JSON.
 */
export class JsonRedactor {
  readonly #text: string;
  readonly #personal: PersonalData | undefined;
  readonly #level: number;
  readonly #edits = new Edits();
  readonly #frames: Frame[] = [];
  /** Numbers and texts there were to read so far. */
  #told = 0;

  constructor(text: string, personal: PersonalData | undefined, level = 0) {
    this.#text = text;
    this.#personal = personal;
    this.#level = level;
  }

  /** The text without all that, and what was taken out. */
  redact(): Redacted {
    let at = 0;
    while (at < this.#text.length) {
      at = this.#step(at);
    }
    return this.#edits.applyTo(this.#text);
  }

  /** Reads what stands at a place; tells where to go on. */
  #step(at: number): number {
    const code = this.#text.charCodeAt(at);
    switch (code) {
      case QUOTE:
        return this.#string(at);
      case OPEN_LIST:
      case OPEN_OBJECT:
        return this.#open(at, code === OPEN_OBJECT);
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        return this.#close(at);
      case COMMA:
        this.#next();
        return at + 1;
      default:
        return opensNumber(code) ? this.#number(at) : at + 1;
    }
  }

  #next(): void {
    const frame = this.#frames.at(-1);
    if (frame) {
      frame.index += 1;
      if (frame.isObject) {
        frame.key = '';
        frame.rule = undefined;
      }
    }
  }

  #open(at: number, isObject: boolean): number {
    const rule = this.#frames.at(-1)?.rule;
    if (rule === 'secret-name') {
      return this.#passOver(at, rule);
    }
    this.#frames.push({
      isObject,
      key: '',
      index: 0,
      start: at,
      told: this.#told,
      rule: isObject || rule !== 'personal-data' ? undefined : rule,
      namesSecret: false,
      value: undefined,
      isEncoded: false,
      content: undefined,
      names: 0,
    });
    return at + 1;
  }

  /** Takes out a list or an object whole, unless it says nothing. */
  #passOver(at: number, rule: string): number {
    const { end, tells } = readThrough(this.#text, at);
    const all = this.#text.slice(at, end);
    if (tells || redactPlain(all, this.#personal).rules.length > 0) {
      this.#told += 1;
      this.#takeOut(at, end, rule);
    }
    this.#ended(at, end, tells);
    return end;
  }

  #close(at: number): number {
    const frame = this.#frames.at(-1);
    if (frame?.namesSecret && frame.value?.tells) {
      const { key, start, end } = frame.value;
      frame.key = key;
      this.#takeOut(start, end, 'secret-name');
    }
    if (frame?.isEncoded && frame.content) {
      const { key, start, end } = frame.content;
      const value = readString(this.#text, start, end);
      frame.key = key;
      this.#replace(start, end, value, redactEncoded(value, this.#personal));
    }
    this.#frames.pop();
    if (frame) {
      this.#ended(frame.start, at + 1, this.#told > frame.told);
    }
    return at + 1;
  }

  #number(at: number): number {
    const end = endOfNumber(this.#text, at);
    const rule = this.#frames.at(-1)?.rule;
    if (rule) {
      this.#takeOut(at, end, rule);
    }
    this.#told += 1;
    this.#ended(at, end, true);
    return end;
  }

  #string(start: number): number {
    const end = endOfString(this.#text, start);
    const frame = this.#frames.at(-1);
    const value = readString(this.#text, start, end);
    const colon = frame?.isObject ? afterSpace(this.#text, end) : -1;
    if (frame?.isObject && this.#text.charCodeAt(colon) === COLON) {
      this.#name(frame, start, end, value);
      return colon + 1;
    }
    const tells = value !== '' && !isMark(value);
    if (!frame?.rule) {
      this.#replace(start, end, value, this.#keptOf(value));
    } else if (tells) {
      this.#takeOut(start, end, frame.rule);
    }
    if (frame?.isObject) {
      this.#learn(frame, value, { key: frame.key, start, end, tells });
    }
    this.#told += tells ? 1 : 0;
    this.#ended(start, end, tells);
    return end;
  }

  /** A name: what stands under it, and whether it is a secret itself. */
  #name(frame: Frame, start: number, end: number, name: string): void {
    const { text, rules } = redactPlain(name, this.#personal);
    frame.key = text;
    frame.rule = this.#ruleOf(name);
    if (rules.length > 0) {
      frame.names += 1;
      // An object must not have the same name twice.
      frame.key = frame.names > 1 ? `${text} (${frame.names})` : text;
      this.#edits.add(
        { start, end, text: JSON.stringify(frame.key), rules },
        this.#pointer,
      );
    }
  }

  #ruleOf(name: string): string | undefined {
    if (this.#personal?.isUnder(name)) {
      return 'personal-data';
    }
    return isSecretName(name) ? 'secret-name' : undefined;
  }

  /** What a text says about the members beside it. */
  #learn(frame: Frame, value: string, member: Member): void {
    switch (member.key.toLowerCase()) {
      case 'key':
      case 'name':
      case 'variable':
        frame.namesSecret ||= isSecretName(value);
        break;
      case 'encoding':
        frame.isEncoded = value.toLowerCase() === 'base64';
        break;
      case 'content':
        frame.content = member;
        break;
      default:
    }
  }

  /** A value came to its end; it may be that of a name that comes later. */
  #ended(start: number, end: number, tells: boolean): void {
    const frame = this.#frames.at(-1);
    if (frame?.isObject && frame.key.toLowerCase() === 'value') {
      frame.value = { key: frame.key, start, end, tells };
    }
  }

  #keptOf(value: string): KeptText {
    return this.#withinJson(value) ?? redactPlain(value, this.#personal);
  }

  /** What is kept of a text that is JSON itself. */
  #withinJson(value: string): KeptText | undefined {
    if (
      this.#level >= DEEPEST ||
      !/^\s*[[{]/.test(value) ||
      !(this.#personal || mayHoldSecret(value)) ||
      !isJson(value)
    ) {
      return undefined;
    }
    const inner = new JsonRedactor(value, this.#personal, this.#level + 1);
    const { text, redactions } = inner.redact();
    return { text, rules: [...new Set(redactions.map(({ rule }) => rule))] };
  }

  #replace(start: number, end: number, value: string, kept: KeptText): void {
    const { text, rules } = kept;
    if (text !== value) {
      const edit = { start, end, text: JSON.stringify(text), rules };
      this.#edits.add(edit, this.#pointer);
    }
  }

  #takeOut(start: number, end: number, rule: string): void {
    const text = JSON.stringify(namedMark(rule, ''));
    this.#edits.add({ start, end, text, rules: [rule] }, this.#pointer);
  }

  readonly #pointer = () => pointerOf(this.#frames);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
