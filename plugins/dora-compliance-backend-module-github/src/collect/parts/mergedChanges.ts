import {
  Commits,
  ListedPulls,
  PullAnswer,
  Reviews,
} from '../../collected/mergedChanges';
import type { Inquiry } from '../Inquiry';
import type { GithubPart } from '../GithubPart';

/** GitHub lists no more commits of a pull request. */
const MOST_COMMITS = 250;

/** Merged pull requests with all of their commits and reviews. */
export const mergedChanges: GithubPart = {
  name: 'merged-changes',
  async *ask({ inquiry, path, recent }) {
    const pulls = await inquiry.list(
      `${path}/pulls?state=closed&sort=updated&direction=desc&per_page=100`,
      ListedPulls,
      { isPast: pull => pull.updated_at < recent },
    );
    yield inquiry;
    for (const pull of pulls ?? []) {
      if (pull.merged_at && pull.merged_at >= recent) {
        const change = inquiry.branch();
        await askChange(change, path, pull.number);
        yield change;
      }
    }
  },
};

/** All there is to know of one merged pull request. */
export async function askChange(
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
  if (commits.length < pull.commits) {
    const most = pull.commits > MOST_COMMITS ? `, at most ${MOST_COMMITS}` : '';
    inquiry.lacks(
      `GitHub lists ${commits.length} of ${pull.commits} commits at GET ${at}/commits${most}`,
    );
  }
  inquiry.expects.push({
    subject: { kind: 'change', uri: pull.html_url },
    at: pull.merged_at,
  });
}
