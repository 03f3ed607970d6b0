import type { Pausable } from './inTurns';
import type { RedactionWork } from './RedactionWork';
import type { Span, TextRule } from './TextRule';

/** How many characters are read at a time. */
export const PIECE = 16 * 1024;

/** No pattern looks back further than this from its place. */
export const BEHIND = 256;

/**
 * And none looks ahead further, except for the last run of letters of the
 * match: `[\w-]{20,}` at its end.
 */
export const AHEAD = 8 * 1024;

/**
 * What a rule finds in a text, from left to right without overlaps, as
 * `replace` would; undefined where it may yield to the event loop. Each pattern
 * only gets pieces of bounded length, so that its work is linear in the length
 * of the text.
 */
export function* findSpans(
  text: string,
  rule: TextRule,
  work: RedactionWork,
  piece: number,
): Generator<Span | undefined, void, undefined> {
  if (rule.find) {
    yield* foundSpans(text, rule.find, work);
    return;
  }
  const { pattern } = rule;
  let from = 0;
  while (from < text.length) {
    const to = Math.min(from + piece, text.length);
    const start = Math.max(0, from - BEHIND);
    const end = Math.min(to + AHEAD, text.length);
    work.spend(end - start);
    const view = text.slice(start, end);
    pattern.lastIndex = from - start;
    let match = pattern.exec(view);
    while (match && start + match.index < to) {
      const begins = start + match.index;
      from = start + pattern.lastIndex;
      if (from === end && end < text.length) {
        from = endOfMatch(text, pattern, begins, work);
        yield { start: begins, end: from };
        break;
      }
      yield { start: begins, end: from };
      pattern.lastIndex = from - start;
      match = pattern.exec(view);
    }
    from = Math.max(from, to);
    if (work.isTurnOver()) {
      yield undefined;
    }
  }
}

/** How many letters of a run at the end of a match are read at a time. */
const RUN_PIECE = 8 * AHEAD;

/**
 * The end of a match that reaches the end of a piece, or goes beyond. Only a
 * run of letters at its end is that long, so the beginning of the match is
 * tried before each further piece of the run: a pattern on megabytes of text
 * can exceed the stack.
 */
function endOfMatch(
  text: string,
  pattern: RegExp,
  begins: number,
  work: RedactionWork,
): number {
  const start = Math.max(0, begins - BEHIND);
  const head = text.slice(start, begins + AHEAD);
  let end = begins + AHEAD;
  for (;;) {
    const view = head + text.slice(end, end + RUN_PIECE);
    work.spend(view.length);
    pattern.lastIndex = begins - start;
    pattern.test(view);
    const letters = pattern.lastIndex - head.length;
    end += letters;
    if (letters < RUN_PIECE) {
      return end;
    }
  }
}

function* foundSpans(
  text: string,
  find: (text: string, from: number) => Span | undefined,
  work: RedactionWork,
): Generator<Span | undefined, void, undefined> {
  let from = 0;
  let span = find(text, from);
  while (span) {
    work.spend(span.end - from);
    from = span.end;
    yield span;
    if (work.isTurnOver()) {
      yield undefined;
    }
    span = find(text, from);
  }
  work.spend(text.length - from);
  if (work.isTurnOver()) {
    yield undefined;
  }
}

/** Quick checks read larger pieces; most texts are no longer. */
const LOOK = 64 * 1024;

/** What a quick check must see at once is no longer than this. */
const LOOK_BEHIND = 2048;
const LOOK_AHEAD = 64;

/** Whether a quick check finds anything in any piece of a text. */
export function* isInAnyPiece(
  text: string,
  look: (piece: string) => boolean,
  work: RedactionWork,
  piece = LOOK,
): Pausable<boolean> {
  for (let from = 0; from < text.length; from += piece) {
    const start = Math.max(0, from - LOOK_BEHIND);
    const view = text.slice(start, from + piece + LOOK_AHEAD);
    work.spend(view.length);
    if (look(view)) {
      return true;
    }
    if (work.isTurnOver()) {
      yield;
    }
  }
  return false;
}
