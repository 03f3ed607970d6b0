import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
} from './characters';
import { type Place, toPointer } from './toPointer';

/** A string value of a JSON text, and its place. */
type JsonString = {
  /** The name of its member; absent in a list or at the top. */
  key: string | undefined;
  /** The place of its quotes in the text: the first, and one past the last. */
  start: number;
  end: number;
  /** Its place as a JSON pointer (RFC 6901); see `toPointer` for the limits. */
  pointer(): string;
};

/** What a scan of a JSON text reports. */
type JsonVisitor = {
  /** A name within an object; `known` if the object has it already. */
  name?(name: string, known: boolean, pointer: () => string): void;
  string?(found: JsonString): void;
};

type Frame = Place & { names: Set<string> | undefined };

/**
 * Scans a valid JSON text and reports what parsing loses: the places of its
 * strings, and names that an object has twice. It does not recurse, so that no
 * depth exhausts the stack.
 */
export function scanJson(text: string, visitor: JsonVisitor): void {
  const stack: Frame[] = [];
  const pointer = () => toPointer(stack);
  let frame: Frame | undefined;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OPEN_OBJECT:
        frame = { isObject: true, names: new Set(), key: '', index: 0 };
        stack.push(frame);
        break;
      case OPEN_LIST:
        frame = { isObject: false, names: undefined, key: '', index: 0 };
        stack.push(frame);
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        stack.pop();
        frame = stack.at(-1);
        break;
      case COMMA:
        if (frame) {
          frame.index += 1;
          frame.key = '';
        }
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        const colon = frame?.names ? afterSpace(text, end) : -1;
        if (frame?.names && text.charCodeAt(colon) === COLON) {
          const name = readString(text, at, end);
          frame.key = name;
          visitor.name?.(name, frame.names.has(name), pointer);
          frame.names.add(name);
          at = colon;
        } else {
          const key = frame?.names ? frame.key : undefined;
          visitor.string?.({ key, start: at, end, pointer });
          at = end - 1;
        }
        break;
      }
      default:
    }
  }
}

/** One past the closing quote of the string that begins at a place. */
export function endOfString(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close > 0 && isEscaped(text, close)) {
    close = text.indexOf('"', close + 1);
  }
  return close < 0 ? text.length : close + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) {
    slashes += 1;
  }
  return slashes % 2 === 1;
}

/** The next place that is no white space. */
function afterSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.has(text.charCodeAt(at))) {
    at += 1;
  }
  return at;
}

/** The value of a string between two places of a JSON text. */
export function readString(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? JSON.parse(text.slice(start, end)) : raw;
}
