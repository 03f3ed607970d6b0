import type { Pausable } from './inTurns';
import { PIECE, findSpans } from './pieces';
import type { RedactionWork } from './RedactionWork';
import type { Mark } from './marks';
import type { TextRule } from './TextRule';

/** A redacted text, and the rules that applied. */
export type KeptText = { text: string; rules: string[] };

/**
 * Redacts what rules find in a text. Also returns the names of the rules that
 * found something.
 */
export function* applyRules(
  text: string,
  rules: readonly TextRule[],
  mark: Mark,
  work: RedactionWork,
  piece = PIECE,
): Pausable<KeptText> {
  const hit = new Set<string>();
  let kept = text;
  for (const rule of rules) {
    if (rule.within === undefined || kept.includes(rule.within)) {
      const { name, judge } = rule;
      const parts: string[] = [];
      let copied = 0;
      for (const span of findSpans(kept, rule, work, piece)) {
        if (!span) {
          yield;
          continue;
        }
        const found = kept.slice(span.start, span.end);
        if (!judge || judge(found)) {
          hit.add(name);
          parts.push(kept.slice(copied, span.start), mark(name, found));
          copied = span.end;
        }
      }
      kept = copied > 0 ? parts.join('') + kept.slice(copied) : kept;
    }
  }
  return { text: kept, rules: [...hit] };
}
