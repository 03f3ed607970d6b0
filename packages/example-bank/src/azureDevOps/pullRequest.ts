import { writeBody } from '../github/pullRequest';
import type { Story } from '../Story';
import { buildAzurePerson, buildAzureRepository } from './names';

/** A state of a pull request. */
export type AzurePullStep = {
  event: 'created' | 'updated' | 'merged';
  /** The sentence of the event, which alone says what was done. */
  says: string;
  at: string;
  head: string;
  /** Whether the approver has voted for it. */
  isApproved: boolean;
};

/** Resource of `git.pullrequest.created`, `.updated` and `.merged`. */
export function azurePullRequest(story: Story, step: AzurePullStep) {
  const { release, number, before, after, clock } = story;
  const { service, author, approver, title } = release;
  const { event, at, head, isApproved } = step;
  const repository = buildAzureRepository(service);
  const toCommit = (commitId: string) => ({
    commitId,
    url: `${repository.url}/commits/${commitId}`,
  });
  const isMerged = event === 'merged';
  return {
    repository,
    pullRequestId: number,
    codeReviewId: number,
    status: isMerged ? 'completed' : 'active',
    createdBy: buildAzurePerson(author),
    creationDate: clock(-2880),
    ...(isMerged && { closedDate: at, closedBy: buildAzurePerson(author) }),
    title,
    description: writeBody({ title, number, isDescribed: true }),
    sourceRefName: `refs/heads/change-${number}`,
    targetRefName: 'refs/heads/main',
    mergeStatus: 'succeeded',
    isDraft: false,
    lastMergeSourceCommit: toCommit(head),
    lastMergeTargetCommit: toCommit(before),
    lastMergeCommit: toCommit(after),
    reviewers: [
      {
        ...buildAzurePerson(approver),
        vote: isApproved ? 10 : 0,
        hasDeclined: false,
        isFlagged: false,
      },
    ],
    url: `${repository.url}/pullRequests/${number}`,
  };
}
