import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isKnown, type Update, updateIn } from './changeSentence';
import { closedStatement, stateStatement } from './changeState';
import { branchIn, toIdentity } from './fields';
import {
  readHeadCommit,
  isAbandoned,
  isMerged,
  mergedStatement,
  PullRequest,
  readSystem,
  updatedStatement,
  votedStatement,
} from './pullRequest';
import {
  createdAt,
  type EventReader,
  type ServiceHookEvent,
} from './ServiceHookEvent';

type Reading = { statements: Statement[]; flaws: string[] };

/** `git.pullrequest.created`. */
export const readCreated: EventReader = ({ resource }) => {
  const pull = PullRequest.parse(resource);
  return [
    updatedStatement(pull, {
      pushedBy: toIdentity(pull.createdBy, readSystem(pull)),
      headCommit: readHeadCommit(pull),
      at: pull.creationDate,
    }),
  ];
};

/** Results of merges that were tried in vain. */
const FAILED = ['conflicts', 'failure', 'rejectedByPolicy'];

/**
 * `git.pullrequest.merged`: a merge was tried, which is also done to see
 * whether an open pull request could be merged.
 */
export const readMerged: EventReader = ({ resource }) => {
  const pull = PullRequest.parse(resource);
  return isMerged(pull) && !FAILED.includes(pull.mergeStatus ?? '')
    ? [mergedStatement(pull)]
    : [];
};

/**
 * `git.pullrequest.updated`: a push, a vote, the reviewers or the status. Only
 * the sentence of the event shows which: the votes in it may be older than its
 * commits.
 */
export const readUpdated: EventReader = event => {
  const pull = PullRequest.parse(event.resource);
  const text = event.message?.text?.trim();
  const update = updateIn(text ?? '');
  const ended = [
    ...(isMerged(pull) ? [mergedStatement(pull)] : []),
    ...(isAbandoned(pull) ? [closed(event, pull, update)] : []),
  ];
  if (!text) {
    return {
      statements: ended,
      flaws: ['message.text is missing, which alone tells votes from pushes'],
    };
  }
  if (!update) {
    return {
      statements: ended,
      flaws: isKnown(text)
        ? []
        : ['message.text is not a known sentence: it may report a vote'],
    };
  }
  const { statements, flaws } = doneBy(event, pull, update);
  return { statements: [...ended, ...statements], flaws };
};

function doneBy(
  event: ServiceHookEvent,
  pull: PullRequest,
  update: Update,
): Reading {
  switch (update.verb) {
    case 'pushed':
      return { statements: [pushed(event, pull, update.name)], flaws: [] };
    case 'voted':
      return voted(event, pull, update);
    case 'closed':
      // The status reports it, and when.
      return { statements: [], flaws: [] };
    default:
      return {
        statements: [
          stateStatement(pull, {
            action: update.verb,
            by: namedIn(pull, update.name),
            at: createdAt(event),
            targetBranch: branchIn(pull.targetRefName),
          }),
        ],
        flaws: [],
      };
  }
}

function closed(
  event: ServiceHookEvent,
  pull: PullRequest,
  update: Update | undefined,
): Statement {
  const by = update?.verb === 'closed' ? namedIn(pull, update.name) : undefined;
  return closedStatement(pull, { by, at: event.createdDate });
}

/** An account of the pull request by its name; none is made up. */
function namedIn(pull: PullRequest, name: string): Identity {
  const system = readSystem(pull);
  const known = [
    pull.createdBy,
    ...(pull.closedBy ? [pull.closedBy] : []),
    ...pull.reviewers,
  ].filter(person => person.displayName === name && !person.isContainer);
  const [only] = known;
  return only && new Set(known.map(({ id }) => id)).size === 1
    ? toIdentity(only, system)
    : { system, name, kind: 'unknown' };
}

function pushed(
  event: ServiceHookEvent,
  pull: PullRequest,
  name: string,
): Statement {
  return updatedStatement(pull, {
    pushedBy: namedIn(pull, name),
    headCommit: readHeadCommit(pull),
    at: createdAt(event),
  });
}

function voted(
  event: ServiceHookEvent,
  pull: PullRequest,
  { name, votes }: Update,
): Reading {
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
        commit: readHeadCommit(pull),
        at: createdAt(event),
      }),
    ],
    flaws: [],
  };
}
