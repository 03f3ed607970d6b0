import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { identityOf } from './fields';
import {
  isMerged,
  mergedStatement,
  PullRequest,
  systemOf,
  updatedStatement,
  votedStatement,
} from './pullRequest';
import {
  createdAt,
  type EventReader,
  type ServiceHookEvent,
} from './ServiceHookEvent';

/** `git.pullrequest.created`. */
export const readCreated: EventReader = ({ resource }) => {
  const pull = PullRequest.parse(resource);
  return [
    updatedStatement(pull, {
      pushedBy: identityOf(pull.createdBy, systemOf(pull)),
      headCommit: pull.lastMergeSourceCommit.commitId,
      at: pull.creationDate,
    }),
  ];
};

/**
 * `git.pullrequest.merged`: a merge commit was made, which is also done to
 * try whether an open pull request could be merged.
 */
export const readMerged: EventReader = ({ resource }) => {
  const pull = PullRequest.parse(resource);
  return isMerged(pull) && pull.mergeStatus !== 'conflicts'
    ? [mergedStatement(pull)]
    : [];
};

/** What else is said in English, and is neither a push nor a vote. */
const NOTHING =
  / (?:has )?(?:changed the reviewer list |marked the pull request |published |(?:un)?set auto-?complete|cancelled auto-?complete|enabled auto-?complete|updated the (?:status|title|description|target|draft)|changed the |abandoned |completed |reactivated |closed |converted |created )/i;

/**
 * `git.pullrequest.updated`: a push, a vote, the reviewers or the status. Only
 * the sentence of the event tells which: the votes in it may be older than
 * its commits.
 */
export const readUpdated: EventReader = event => {
  const pull = PullRequest.parse(event.resource);
  const merged = isMerged(pull) ? [mergedStatement(pull)] : [];
  const text = event.message?.text?.trim();
  if (!text) {
    return {
      statements: merged,
      flaws: ['message.text is missing, which alone tells votes from pushes'],
    };
  }
  const update = updateIn(text);
  if (!update) {
    return {
      statements: merged,
      flaws: NOTHING.test(text)
        ? []
        : ['message.text is no sentence that is known: it may tell of a vote'],
    };
  }
  const { statements, flaws } =
    update.verb === 'pushed'
      ? pushed(event, pull, update.name)
      : voted(event, pull, update);
  return { statements: [...merged, ...statements], flaws };
};

/** What sentences of events say was done, and the votes it comes to. */
const VERBS: readonly {
  phrase: RegExp;
  verb: 'pushed' | 'voted';
  votes: readonly number[];
}[] = [
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
];

type Update = {
  name: string;
  verb: 'pushed' | 'voted';
  votes: readonly number[];
};

function updateIn(text: string): Update | undefined {
  // The name comes first; the title of the pull request may say anything.
  const start = text.split(/pull request \d/)[0] ?? '';
  const found = VERBS.map(({ phrase, ...rest }) => ({
    at: `${start}pull request `.search(phrase),
    ...rest,
  }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at)[0];
  return found && { ...found, name: text.slice(0, found.at) };
}

function pushed(
  event: ServiceHookEvent,
  pull: PullRequest,
  name: string,
): { statements: Statement[]; flaws: string[] } {
  const system = systemOf(pull);
  const known = [pull.createdBy, ...pull.reviewers].filter(
    person => person.displayName === name && !person.isContainer,
  );
  const [only] = known;
  const pushedBy: Identity =
    only && new Set(known.map(({ id }) => id)).size === 1
      ? identityOf(only, system)
      : { system, name, kind: 'unknown' };
  const headCommit = pull.lastMergeSourceCommit.commitId;
  const at = createdAt(event);
  return {
    statements: [updatedStatement(pull, { pushedBy, headCommit, at })],
    flaws: [],
  };
}

function voted(
  event: ServiceHookEvent,
  pull: PullRequest,
  { name, votes }: Update,
): { statements: Statement[]; flaws: string[] } {
  const voters = pull.reviewers.filter(
    ({ displayName, vote, isContainer }) =>
      displayName === name && !isContainer && votes.includes(vote ?? 0),
  );
  const [reviewer] = voters;
  if (!reviewer || voters.length > 1) {
    return {
      statements: [],
      flaws: [
        `message.text names ${name}, who is ${
          reviewer ? 'more than one' : 'none'
        } of the reviewers with such a vote`,
      ],
    };
  }
  return {
    statements: [
      votedStatement(pull, {
        reviewer,
        vote: reviewer.vote ?? 0,
        commit: pull.lastMergeSourceCommit.commitId,
        at: createdAt(event),
      }),
    ],
    flaws: [],
  };
}
