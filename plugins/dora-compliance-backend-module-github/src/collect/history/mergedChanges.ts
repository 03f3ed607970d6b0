import { z } from 'zod';
import {
  Commits,
  commitsBetween,
  ListedPulls,
  PullAnswer,
  Reviews,
} from '../../normalise/api/mergedChanges';
import { CommitAnswer, ComparedCommits } from '../../normalise/api/commits';
import type { GithubPart } from '../GithubPart';
import type { Inquiry } from '../Inquiry';
import { GONE } from './gone';
import type { HistoryStage } from './HistoryStage';

/** Merged pull requests with all of their commits and reviews. */
export const mergedChanges: GithubPart = {
  name: 'merged-changes',
  async *ask({ inquiry, path }, { since }) {
    const pulls = await inquiry.list(
      `${path}/pulls?state=closed&sort=updated&direction=desc&per_page=100`,
      ListedPulls,
      { isPast: pull => pull.updated_at < since },
    );
    yield inquiry;
    for (const pull of pulls ?? []) {
      if (pull.merged_at && pull.merged_at >= since) {
        const change = inquiry.branch();
        await askChange(change, path, pull.number);
        yield change;
      }
    }
  },
};

const Place = z.object({ page: z.string() });

type Place = z.output<typeof Place>;

/**
 * The same for a backfill. Here they are listed by when they were opened,
 * which never changes, so that none slips from one page to another meanwhile;
 * one that was opened long ago may have been merged lately.
 */
export const openedChanges: HistoryStage<Place> = {
  part: mergedChanges.name,
  place: Place,
  start: ({ path }, { perPage }) => ({
    page: `${path}/pulls?state=all&sort=created&direction=desc&per_page=${perPage}`,
  }),
  async step({ inquiry, path }, { page }, { since }) {
    const found = await inquiry.page(page, ListedPulls);
    const inquiries = [inquiry];
    for (const { merged_at: at, number } of found?.items ?? []) {
      if (at && at >= since) {
        const change = inquiry.branch();
        await askChange(change, path, number);
        inquiries.push(change);
      }
    }
    return {
      inquiries,
      read: inquiries.length - 1,
      ...(found?.next && { next: { page: found.next } }),
    };
  },
};

/**
 * All there is to know of one merged pull request. GitHub lists 250 of its
 * commits; a comparison lists them all. What neither lists, the statement on
 * its commits says by itself.
 */
async function askChange(
  inquiry: Inquiry,
  path: string,
  number: number,
): Promise<void> {
  const at = `${path}/pulls/${number}`;
  const pull = await inquiry.get(at, PullAnswer);
  const commits = await inquiry.list(`${at}/commits?per_page=100`, Commits);
  await inquiry.list(`${at}/reviews?per_page=100`, Reviews);
  if (!pull || !commits) {
    return;
  }
  if (pull.merge_commit_sha) {
    // Its signature proves whether GitHub made it.
    await inquiry.get(`${path}/commits/${pull.merge_commit_sha}`, CommitAnswer);
  }
  if (commits.length < pull.commits) {
    await inquiry.list(
      `${path}${commitsBetween(pull)}?per_page=100`,
      ComparedCommits,
      { absence: GONE },
    );
  }
  inquiry.expects.push({
    subject: { kind: 'change', uri: pull.html_url },
    at: pull.merged_at,
  });
}
