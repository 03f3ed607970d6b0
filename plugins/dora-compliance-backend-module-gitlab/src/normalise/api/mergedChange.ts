import {
  commitSubject,
  type Identity,
  type PushedCommit,
  type SourceRepository,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readHeadings } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { readCoAuthors, toIdentity, toPerson, User } from '../accounts';
import {
  CommitId,
  Moment,
  SOURCE_ID,
  parseSystem,
  WebAddress,
} from '../fields';
import { describeChange } from '../MergeRequestEvent';
import type { PartReader } from './GitlabAnswers';
import type { ProjectSettings } from './ProjectSettings';
import { reviewsIn } from './reviews';

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
  description: z.string().nullish().catch(undefined),
  source_project_id: z.number().int().nullish(),
  target_project_id: z.number().int().nullish(),
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

/** One merge request that was merged, with its commits and approvals. */
export const readMergedChange: PartReader = answers => {
  const project = answers.project;
  const merged = answers.one(/^\/merge_requests\/\d+$/, MergedRequest);
  if (!project || !merged) {
    return [];
  }
  const system = parseSystem(project.web_url);
  const subjects: Subject[] = [
    { kind: 'repository', uri: project.web_url },
    { kind: 'change', uri: merged.web_url },
    commitSubject(merged.sha),
  ];
  const commits = answers
    .items(/^\/merge_requests\/\d+\/commits$/, ListedCommit)
    ?.map(commit => toPushedCommit(commit, system));
  const reviews = reviewsIn(answers, {
    change: readChange(merged),
    subjects,
    system,
  });
  const { complete } = answers.document;
  return {
    statements: [
      mergedStatement(merged, subjects, {
        system,
        ...readSourceRepository(merged, project),
        ...(complete && commits && { commitCount: commits.length }),
      }),
      ...(commits
        ? [
            answers.observed('change-commits-observed', subjects, {
              change: readChange(merged),
              headCommit: merged.sha,
              commits,
              ...readMerge(merged),
              ...answers.completeness(),
            }),
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
  context: {
    system: string;
    commitCount?: number;
    sourceRepository?: SourceRepository;
  },
): Statement {
  const { system, ...told } = context;
  const { description } = merged;
  const mergedBy = merged.merge_user ?? merged.merged_by;
  // Without a merge commit the branch was moved to the last commit.
  const arrival =
    merged.merge_commit_sha ?? merged.squash_commit_sha ?? merged.sha;
  return {
    type: 'change-merged',
    subjects:
      arrival === merged.sha ? subjects : [...subjects, commitSubject(arrival)],
    predicate: {
      change: readChange(merged),
      author: merged.author
        ? toIdentity(merged.author, system)
        : unknownIdentity(system),
      ...(mergedBy && { mergedBy: toIdentity(mergedBy, system) }),
      mergedAt: merged.merged_at,
      headCommit: merged.sha,
      mergeCommit: arrival,
      targetBranch: merged.target_branch,
      ...told,
      ...(description !== undefined && {
        headings: readHeadings(description ?? ''),
      }),
    },
    observedAt: merged.merged_at,
    sourceId: SOURCE_ID,
  };
}

/** GitLab names a commit of its own only if it made one for the merge. */
function readMerge({
  merge_commit_sha: merge,
  squash_commit_sha: squash,
}: MergedRequest) {
  const commit = merge ?? squash;
  return commit ? { merge: { commit, isMadeByHost: true } } : {};
}

/** Of another project than that of the change, only the number is reported. */
function readSourceRepository(
  { source_project_id: from, target_project_id: to }: MergedRequest,
  { web_url: url }: ProjectSettings,
): { sourceRepository?: SourceRepository } {
  // Only another project can be gone while its merge request is there.
  if (from === null) {
    return { sourceRepository: { fork: true } };
  }
  if (typeof from !== 'number' || typeof to !== 'number') {
    return {};
  }
  const fork = from !== to;
  return { sourceRepository: { ...(!fork && { url }), fork } };
}

function readChange({ iid, title, web_url: url }: MergedRequest) {
  return describeChange({ iid, title, url });
}

function toPushedCommit(
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
    author: toPerson(author, system),
    ...((committer.name || committer.email) && {
      committer: toPerson(committer, system),
    }),
    coAuthors: readCoAuthors(commit.message, system),
    title: commit.title,
  };
}

/**
 * Somebody who is not reported; GitLab gives what they made to this account.
 */
function unknownIdentity(system: string): Identity {
  return { system, name: 'ghost', kind: 'unknown' };
}
