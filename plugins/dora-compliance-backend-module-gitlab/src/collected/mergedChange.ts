import {
  commitSubject,
  type Identity,
  type Instant,
  type PushedCommit,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Moment as ExactMoment } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { coAuthorsOf, identityOf, personOf, User } from '../normalise/accounts';
import {
  CommitId,
  Moment,
  SOURCE_ID,
  systemOf,
  WebAddress,
} from '../normalise/fields';
import { describeChange } from '../normalise/MergeRequestEvent';
import { reviewIdOf } from '../normalise/review';
import { bodyOf, itemsOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { PROJECT, ProjectSettings } from './ProjectSettings';

export const MergedRequest = z.looseObject({
  iid: z.number().int(),
  title: z.string(),
  web_url: WebAddress,
  author: User.nullish(),
  merge_user: User.nullish(),
  merged_by: User.nullish(),
  merged_at: Moment,
  sha: CommitId,
  merge_commit_sha: CommitId.nullish(),
  squash_commit_sha: CommitId.nullish(),
  target_branch: z.string(),
});

type MergedRequest = z.output<typeof MergedRequest>;

export const ListedCommit = z.looseObject({
  id: CommitId,
  title: z.string(),
  message: z.string(),
  author_name: z.string().nullish(),
  author_email: z.string().nullish(),
  committer_name: z.string().nullish(),
  committer_email: z.string().nullish(),
});

export const Approvals = z.looseObject({
  approved_by: z.array(
    z.looseObject({ user: User, approved_at: z.string().nullish() }),
  ),
});

/** A state of a change: each push makes one. */
export const Version = z.looseObject({
  head_commit_sha: CommitId,
  created_at: ExactMoment,
});

/** One merge request that was merged, with its commits and approvals. */
export const readMergedChange: CollectedReader = document => {
  const project = bodyOf(document, PROJECT, ProjectSettings);
  const merged = bodyOf(document, /^\/merge_requests\/\d+$/, MergedRequest);
  if (!project || !merged) {
    return [];
  }
  const system = systemOf(project.web_url);
  const subjects: Subject[] = [
    { kind: 'repository', uri: project.web_url },
    { kind: 'change', uri: merged.web_url },
    commitSubject(merged.sha),
  ];
  const commits = itemsOf(
    document,
    /^\/merge_requests\/\d+\/commits$/,
    ListedCommit,
  )?.map(commit => commitOf(commit, system));
  const approvals = bodyOf(
    document,
    /^\/merge_requests\/\d+\/approvals$/,
    Approvals,
  );
  const versions = itemsOf(
    document,
    /^\/merge_requests\/\d+\/versions$/,
    Version,
  );
  const reviews = (approvals?.approved_by ?? []).map(approval =>
    reviewOf(approval, { merged, versions: versions ?? [], subjects, system }),
  );
  const { complete, problem, collectedAt } = document;
  return {
    statements: [
      mergedStatement(merged, subjects, {
        system,
        ...(complete && commits && { commitCount: commits.length }),
      }),
      ...(commits
        ? [
            {
              type: 'change-commits-observed' as const,
              subjects,
              predicate: {
                change: changeOf(merged),
                headCommit: merged.sha,
                commits,
                complete,
                ...(problem && { problem }),
              },
              observedAt: collectedAt,
              sourceId: SOURCE_ID,
            },
          ]
        : []),
      ...reviews.filter(review => typeof review !== 'string'),
    ],
    flaws: reviews.filter(review => typeof review === 'string'),
  };
};

function mergedStatement(
  merged: MergedRequest,
  subjects: Subject[],
  context: { system: string; commitCount?: number },
): Statement {
  const { system, ...count } = context;
  const mergedBy = merged.merge_user ?? merged.merged_by;
  // Without a merge commit the branch was moved to the last commit.
  const arrival =
    merged.merge_commit_sha ?? merged.squash_commit_sha ?? merged.sha;
  return {
    type: 'change-merged',
    subjects:
      arrival === merged.sha ? subjects : [...subjects, commitSubject(arrival)],
    predicate: {
      change: changeOf(merged),
      author: merged.author
        ? identityOf(merged.author, system)
        : unknownIdentity(system),
      ...(mergedBy && { mergedBy: identityOf(mergedBy, system) }),
      mergedAt: merged.merged_at,
      headCommit: merged.sha,
      mergeCommit: arrival,
      targetBranch: merged.target_branch,
      ...count,
    },
    observedAt: merged.merged_at,
    sourceId: SOURCE_ID,
  };
}

/** A review, or why it can't be told. */
function reviewOf(
  approval: z.output<typeof Approvals>['approved_by'][number],
  context: {
    merged: MergedRequest;
    versions: z.output<typeof Version>[];
    subjects: Subject[];
    system: string;
  },
): Statement | string {
  const { merged, versions, subjects, system } = context;
  const reviewer = identityOf(approval.user, system);
  const exact = ExactMoment.safeParse(approval.approved_at);
  const commit = exact.success ? headAt(exact.data, versions) : undefined;
  if (!exact.success || !commit) {
    return `GitLab does not tell when or of which commit ${
      reviewer.login ?? reviewer.id
    } approved ${merged.web_url}`;
  }
  const submittedAt = Moment.parse(approval.approved_at);
  return {
    type: 'change-reviewed',
    subjects: [
      ...subjects.filter(({ kind }) => kind !== 'commit'),
      commitSubject(commit),
    ],
    predicate: {
      change: changeOf(merged),
      reviewId: reviewIdOf(merged.iid, reviewer, commit),
      reviewer,
      decision: 'approved',
      commit,
      submittedAt,
    },
    observedAt: submittedAt,
    sourceId: SOURCE_ID,
  };
}

/** The last commit of the change at a moment, from its states. */
function headAt(
  moment: Instant,
  versions: z.output<typeof Version>[],
): string | undefined {
  return versions
    .filter(({ created_at: at }) => at <= moment)
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
    .at(-1)?.head_commit_sha;
}

function changeOf({ iid, title, web_url: url }: MergedRequest) {
  return describeChange({ iid, title, url });
}

function commitOf(
  commit: z.output<typeof ListedCommit>,
  system: string,
): PushedCommit {
  const author = { name: commit.author_name, email: commit.author_email };
  const committer = {
    name: commit.committer_name,
    email: commit.committer_email,
  };
  return {
    commit: commit.id,
    author: personOf(author, system),
    ...((committer.name || committer.email) && {
      committer: personOf(committer, system),
    }),
    coAuthors: coAuthorsOf(commit.message, system),
    title: commit.title,
  };
}

/** Somebody who is not told; GitLab gives what they made to this account. */
function unknownIdentity(system: string): Identity {
  return { system, name: 'ghost', kind: 'unknown' };
}
