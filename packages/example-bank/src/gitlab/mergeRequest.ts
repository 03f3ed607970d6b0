import { makeId } from '../github/names';
import { writeBody } from '../github/pullRequest';
import type { Story } from '../Story';
import {
  buildGitlabCommit,
  buildGitlabRepository,
  buildGitlabUser,
  buildProject,
  toGitlabTime,
} from './names';

/** What somebody did to a merge request. */
export type MergeRequestStep = {
  action: 'open' | 'update' | 'approved' | 'merge';
  by: string;
  at: string;
  /** The last commit of the change at that time. */
  head: string;
  /** The last commit before, if it was pushed to. */
  before?: string;
};

/** Payload of `Merge Request Hook`. */
export function mergeRequestEvent(story: Story, step: MergeRequestStep) {
  const { release, number, clock } = story;
  const { service, author, approver, title } = release;
  const { action, by, at, head, before } = step;
  const project = buildProject(service);
  const isMerged = action === 'merge';
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: buildGitlabUser(by),
    project,
    repository: buildGitlabRepository(service),
    object_attributes: {
      id: makeId(`merge request ${service} ${number}`),
      iid: number,
      title,
      description: writeBody({ title, number, isDescribed: true }),
      author_id: buildGitlabUser(author).id,
      source_branch: `change-${number}`,
      target_branch: 'main',
      source_project_id: project.id,
      target_project_id: project.id,
      source: project,
      target: project,
      state: isMerged ? 'merged' : 'opened',
      merge_status: 'can_be_merged',
      // Merged by fast-forward.
      merge_commit_sha: null,
      created_at: toGitlabTime(clock(-2880)),
      updated_at: toGitlabTime(at),
      url: `${project.web_url}/-/merge_requests/${number}`,
      last_commit: buildGitlabCommit(service, {
        id: head,
        message: `${title}\n`,
        author,
        at,
      }),
      action,
      ...(before && { oldrev: before }),
    },
    labels: [],
    changes: {
      updated_at: {
        previous: toGitlabTime(clock(-2880)),
        current: toGitlabTime(at),
      },
    },
    assignees: [buildGitlabUser(author)],
    reviewers: [buildGitlabUser(approver)],
  };
}
