/** What was done to a pull request, as the sentence of its event says. */
export type Update = {
  /** Display name of who did it. */
  readonly name: string;
  readonly verb: 'pushed' | 'voted' | 'closed' | 'reopened' | 'retargeted';
  /** The votes that the sentence may stand for. */
  readonly votes: readonly number[];
};

const VERBS: readonly (Omit<Update, 'name'> & { phrase: RegExp })[] = [
  {
    phrase: / (?:has )?updated the source branch of /,
    verb: 'pushed',
    votes: [],
  },
  {
    phrase: / (?:has )?approved and left suggestions (?:on|in|for) /,
    verb: 'voted',
    votes: [5],
  },
  {
    phrase: / (?:has )?approved (?:a )?pull request/,
    verb: 'voted',
    votes: [10],
  },
  { phrase: / is waiting for the author /, verb: 'voted', votes: [-5] },
  {
    phrase: / (?:has )?rejected (?:a )?pull request/,
    verb: 'voted',
    votes: [-10],
  },
  // Said of a vote that is taken back, and in some versions of any vote.
  {
    phrase:
      / (?:has )?(?:voted on|reset (?:their|the|a) vote|withdrew |removed (?:their|the) vote)/,
    verb: 'voted',
    votes: [10, 5, 0, -5, -10],
  },
  {
    phrase:
      / (?:has )?(?:abandoned (?:a |the )?pull request|marked the pull request as abandoned)/,
    verb: 'closed',
    votes: [],
  },
  {
    phrase:
      / (?:has )?(?:reactivated (?:a |the )?pull request|marked the pull request as active)/,
    verb: 'reopened',
    votes: [],
  },
  {
    phrase:
      / (?:has )?(?:(?:changed|updated) the target branch|retargeted (?:a |the )?pull request)/,
    verb: 'retargeted',
    votes: [],
  },
];

/** Sentences in English that report on none of these. */
const NOTHING =
  / (?:has )?(?:changed the reviewer list |marked the pull request |published |(?:un)?set auto-?complete|cancelled auto-?complete|enabled auto-?complete|updated the (?:status|title|description|draft)|changed the |completed |closed |converted |created )/i;

/** Undefined for sentences that report on none of these. */
export function updateIn(text: string): Update | undefined {
  // The name comes first; the title of the pull request may say anything.
  const start = text.split(/pull request \d/)[0] ?? '';
  const found = VERBS.map(({ phrase, ...rest }) => ({
    at: `${start}pull request `.search(phrase),
    ...rest,
  }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at)[0];
  return (
    found && {
      verb: found.verb,
      votes: found.votes,
      name: text.slice(0, found.at),
    }
  );
}

/** Whether a sentence is known to report neither pushes nor votes. */
export function isKnown(text: string): boolean {
  return NOTHING.test(text);
}
