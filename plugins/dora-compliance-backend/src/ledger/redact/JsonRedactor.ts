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
import { toPointer } from '../json/toPointer';
import type { KeptText } from './applyRules';
import { Edits } from './Edits';
import {
  type Frame,
  learnFrom,
  memberEnded,
  nextMember,
  openFrame,
} from './Frame';
import type { Pausable } from './inTurns';
import {
  afterSpace,
  endOfNumber,
  opensNumber,
  readThrough,
} from './jsonValues';
import type { PersonalData } from './personalData';
import { isShort } from './redactString';
import type { RedactedText } from './RedactedText';
import type { RedactionWork } from './RedactionWork';
import { isSecretName } from './secretNames';
import { TextRedactor } from './TextRedactor';
import { isMark, namedMark } from './marks';

/** The deepest nesting of JSON in strings that is read. */
const DEEPEST = 3;

/**
 * Scans a valid JSON text once and redacts it. Recurses only for JSON in
 * strings.
 */
export class JsonRedactor {
  readonly #text: string;
  readonly #personal: PersonalData | undefined;
  readonly #work: RedactionWork;
  readonly #texts: TextRedactor;
  readonly #edits = new Edits();
  readonly #frames: Frame[] = [];
  /** Numbers and strings that were counted so far. */
  #told = 0;

  constructor(
    text: string,
    personal: PersonalData | undefined,
    work: RedactionWork,
    level = 0,
  ) {
    this.#text = text;
    this.#personal = personal;
    this.#work = work;
    this.#texts = new TextRedactor(
      personal,
      work,
      level < DEEPEST
        ? json => new JsonRedactor(json, personal, work, level + 1).redact()
        : undefined,
    );
  }

  /** The redacted text, and what was redacted. */
  *redact(): Pausable<RedactedText> {
    let at = 0;
    while (at < this.#text.length) {
      const next = this.#step(at) ?? (yield* this.#long(at));
      this.#work.spend(next - at);
      at = next;
      if (this.#work.isTurnOver()) {
        yield;
      }
    }
    return this.#edits.applyTo(this.#text);
  }

  /**
   * Reads the value at a place; returns where to resume. Undefined if that may
   * take long, and must yield to the event loop.
   */
  #step(at: number): number | undefined {
    const code = this.#text.charCodeAt(at);
    switch (code) {
      case QUOTE:
        return this.#string(at);
      case OPEN_LIST:
      case OPEN_OBJECT:
        return this.#rule === 'secret-name'
          ? undefined
          : this.#open(at, code === OPEN_OBJECT);
      case CLOSE_OBJECT:
        if (this.#top?.isEncoded) {
          return undefined;
        }
        return this.#close(at);
      case CLOSE_LIST:
        return this.#close(at);
      case COMMA:
        if (this.#top) {
          nextMember(this.#top);
        }
        return at + 1;
      default:
        return opensNumber(code) ? this.#number(at) : at + 1;
    }
  }

  /** The same for a value that may take long. */
  *#long(at: number): Pausable<number> {
    switch (this.#text.charCodeAt(at)) {
      case QUOTE:
        return yield* this.#longString(at);
      case CLOSE_OBJECT:
        yield* this.#decode();
        return this.#close(at);
      default:
        return yield* this.#passOver(at, 'secret-name');
    }
  }

  get #top(): Frame | undefined {
    return this.#frames.at(-1);
  }

  get #rule(): string | undefined {
    return this.#top?.rule;
  }

  #open(at: number, isObject: boolean): number {
    const rule =
      !isObject && this.#rule === 'personal-data' ? this.#rule : undefined;
    this.#frames.push(openFrame(at, isObject, this.#told, rule));
    return at + 1;
  }

  /** Redacts a whole list or object, unless it is empty. */
  *#passOver(at: number, rule: string): Pausable<number> {
    const { end, tells } = readThrough(this.#text, at);
    const all = this.#text.slice(at, end);
    if (tells || (yield* this.#texts.plain(all)).rules.length > 0) {
      this.#told += 1;
      this.#takeOut(at, end, rule);
    }
    this.#ended(at, end, tells);
    return end;
  }

  #close(at: number): number {
    const frame = this.#top;
    if (frame?.namesSecret && frame.value?.tells) {
      const { key, start, end } = frame.value;
      frame.key = key;
      this.#takeOut(start, end, 'secret-name');
    }
    this.#frames.pop();
    if (frame) {
      this.#ended(frame.start, at + 1, this.#told > frame.told);
    }
    return at + 1;
  }

  /** Reads a member that is in base64. */
  *#decode(): Pausable<void> {
    const frame = this.#top;
    if (frame?.content) {
      const { key, start, end } = frame.content;
      const value = readString(this.#text, start, end);
      const kept = yield* this.#texts.encoded(value);
      frame.key = key;
      this.#replace(start, end, value, kept);
    }
  }

  #number(at: number): number {
    const end = endOfNumber(this.#text, at);
    const rule = this.#rule;
    if (rule) {
      this.#takeOut(at, end, rule);
    }
    this.#told += 1;
    this.#ended(at, end, true);
    return end;
  }

  #string(start: number): number | undefined {
    const end = endOfString(this.#text, start);
    const value = readString(this.#text, start, end);
    if (!isShort(value)) {
      return undefined;
    }
    const colon = this.#colonAfter(end);
    if (colon !== undefined) {
      this.#name(start, end, value, this.#texts.shortPlain(value));
      return colon + 1;
    }
    const kept = this.#rule ? undefined : this.#texts.shortValue(value);
    this.#value(start, end, value, kept);
    return end;
  }

  *#longString(start: number): Pausable<number> {
    const end = endOfString(this.#text, start);
    const value = readString(this.#text, start, end);
    const colon = this.#colonAfter(end);
    if (colon !== undefined) {
      this.#name(start, end, value, yield* this.#texts.plain(value));
      return colon + 1;
    }
    const kept = this.#rule ? undefined : yield* this.#texts.value(value);
    this.#value(start, end, value, kept);
    return end;
  }

  /**
   * The place of the colon that makes a string a name; undefined for a value.
   */
  #colonAfter(end: number): number | undefined {
    if (!this.#top?.isObject) {
      return undefined;
    }
    const at = afterSpace(this.#text, end);
    return this.#text.charCodeAt(at) === COLON ? at : undefined;
  }

  /** A string value; all of it is redacted if a rule applies. */
  #value(start: number, end: number, value: string, kept?: KeptText): void {
    const frame = this.#top;
    const tells = value !== '' && !isMark(value);
    if (kept) {
      this.#replace(start, end, value, kept);
    } else if (tells && frame?.rule) {
      this.#takeOut(start, end, frame.rule);
    }
    if (frame?.isObject) {
      learnFrom(frame, value, { key: frame.key, start, end, tells });
    }
    this.#told += tells ? 1 : 0;
    this.#ended(start, end, tells);
  }

  /**
   * A name: the rule for its value, and whether the name itself is a secret.
   */
  #name(start: number, end: number, name: string, kept: KeptText): void {
    const frame = this.#top;
    if (!frame) {
      return;
    }
    const { text, rules } = kept;
    frame.key = text;
    frame.rule = this.#findRule(name);
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

  #findRule(name: string): string | undefined {
    if (this.#personal?.isUnder(name)) {
      return 'personal-data';
    }
    return isSecretName(name) ? 'secret-name' : undefined;
  }

  #ended(start: number, end: number, tells: boolean): void {
    if (this.#top) {
      memberEnded(this.#top, start, end, tells);
    }
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

  readonly #pointer = () => toPointer(this.#frames);
}
