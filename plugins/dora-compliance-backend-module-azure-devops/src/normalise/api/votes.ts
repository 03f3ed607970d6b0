import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { CommitId, Moment, Person } from '../fields';

/** What was pushed to a pull request: its n-th state. */
export const Iteration = z.looseObject({
  id: z.number().int(),
  author: Person.nullish(),
  createdDate: Moment,
  sourceRefCommit: z.looseObject({ commitId: CommitId }),
  /** What it was made for: push, retarget, … */
  reason: z.string().nullish(),
  oldTargetRefName: z.string().nullish(),
  newTargetRefName: z.string().nullish(),
});

export type Iteration = z.output<typeof Iteration>;

/** A property as Azure DevOps wraps it, or bare. */
const Property = z
  .union([
    z.looseObject({ $value: z.union([z.string(), z.number()]) }),
    z.string(),
    z.number(),
  ])
  .transform(value => String(typeof value === 'object' ? value.$value : value));

/** A thread of a pull request; votes are threads made by the system. */
export const Thread = z.looseObject({
  publishedDate: Moment,
  properties: z
    .looseObject({
      CodeReviewThreadType: Property.optional(),
      CodeReviewVoteResult: Property.optional(),
      CodeReviewVotedByIdentity: Property.optional(),
    })
    .nullish(),
  identities: z.record(z.string(), Person).nullish(),
});

export type Thread = z.output<typeof Thread>;

/** A vote on the state of a pull request at a commit. */
type Vote = {
  readonly reviewer: Person;
  readonly vote: number;
  readonly commit: string;
  readonly at: Instant;
};

/**
 * The votes in the threads, each with the commit that was the last one then. A
 * vote that was reset counts as taken back. Of a vote that was taken back and
 * given again on the same commit only what was given is reported: the other
 * would hold against both.
 */
export function votesIn(
  threads: readonly Thread[],
  iterations: readonly Iteration[],
): { votes: Vote[]; flaws: string[] } {
  const flaws: string[] = [];
  const votes: Vote[] = [];
  const standing = new Map<string, Vote>();
  const cast = (id: string, vote: Vote) => {
    votes.push(vote);
    standing.set(id, vote);
  };
  const inOrder = [...threads].sort((a, b) =>
    a.publishedDate < b.publishedDate ? -1 : 1,
  );
  for (const thread of inOrder) {
    const { publishedDate: at, properties } = thread;
    const type = properties?.CodeReviewThreadType;
    if (type === 'VoteUpdate') {
      const reviewer = findVoter(thread);
      const commit = commitAt(at, iterations);
      const vote = Number(properties?.CodeReviewVoteResult);
      if (reviewer?.id && commit && !Number.isNaN(vote)) {
        // What is taken back is the vote that stands, on its own commit.
        const earlier = vote === 0 ? standing.get(reviewer.id) : undefined;
        cast(reviewer.id, {
          reviewer,
          vote,
          commit: earlier?.commit ?? commit,
          at,
        });
      } else {
        flaws.push(`the vote at ${at} names no reviewer, result or commit`);
      }
    } else if (type === 'ResetAllVotes' || type === 'ResetMultipleVotes') {
      // Which ones of several is not reported; rejections are left to stand.
      const lost = [...standing].filter(
        ([, { vote }]) => vote > 0 || (type === 'ResetAllVotes' && vote !== 0),
      );
      lost.forEach(([id, vote]) => cast(id, { ...vote, vote: 0, at }));
    }
  }
  return { votes: votes.filter(vote => !isOvertaken(vote, votes)), flaws };
}

function findVoter({ properties, identities }: Thread): Person | undefined {
  return identities?.[properties?.CodeReviewVotedByIdentity ?? ''];
}

function commitAt(
  at: Instant,
  iterations: readonly Iteration[],
): string | undefined {
  return iterations
    .filter(({ createdDate }) => createdDate <= at)
    .sort((a, b) => b.id - a.id)[0]?.sourceRefCommit.commitId;
}

function isOvertaken(vote: Vote, votes: readonly Vote[]): boolean {
  return (
    vote.vote === 0 &&
    votes.some(
      later =>
        later.vote !== 0 &&
        later.at > vote.at &&
        later.commit === vote.commit &&
        later.reviewer.id === vote.reviewer.id,
    )
  );
}
