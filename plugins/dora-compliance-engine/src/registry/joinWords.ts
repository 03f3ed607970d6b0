import type { JudgementWords } from './Judgement';

/** The sentences of a judgement, and those of what it shares with others. */
export function joinWords(...parts: readonly JudgementWords[]): JudgementWords {
  return {
    reasons: Object.assign({}, ...parts.map(({ reasons }) => reasons)),
    checks: Object.assign({}, ...parts.map(({ checks }) => checks)),
    advice: Object.assign({}, ...parts.map(({ advice }) => advice)),
  };
}
