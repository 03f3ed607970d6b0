import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './characters';
import { endOfString } from './JsonScanner';

/**
 * Whether the brackets of a JSON text are nested deeper than a limit, without
 * recursion, so that no depth exhausts the stack.
 */
export function isDeeperThan(text: string, limit: number): boolean {
  // No text is deeper than the number of its brackets, and most have few.
  const brackets = countUpTo(text, '{', limit) + countUpTo(text, '[', limit);
  return brackets > limit && nestsDeeperThan(text, limit);
}

/** How often a text has a character; stops counting at the limit. */
function countUpTo(text: string, character: string, limit: number): number {
  let count = 0;
  let at = text.indexOf(character, 0);
  while (at >= 0 && count <= limit) {
    count += 1;
    at = text.indexOf(character, at + 1);
  }
  return count;
}

function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= limit; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      default:
    }
  }
  return depth > limit;
}
