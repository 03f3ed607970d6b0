import { Approvals, RunAnswer, Runs } from '../../collected/runs';
import type { Inquiry } from '../Inquiry';
import type { GithubPart } from '../GithubPart';

/** GitHub lists no more runs of one question. */
export const MOST_RUNS = 1000;

/** Recent runs, a page per document. */
export const runs: GithubPart = {
  name: 'runs',
  async *ask({ inquiry, path, recent }) {
    const created = encodeURIComponent(`>=${recent}`);
    const question = `${path}/actions/runs?created=${created}&per_page=100`;
    let next: string | undefined = question;
    let read = 0;
    while (next !== undefined) {
      const asked: Inquiry = inquiry.branch();
      const page = await askRuns(asked, path, next);
      read += page?.items.length ?? 0;
      next = page?.next;
      if (page && next === undefined && read < (page.total ?? 0)) {
        asked.lacks(
          `GitHub lists ${read} of ${page.total} runs at GET ${question}, at most ${MOST_RUNS}`,
        );
      }
      yield asked;
    }
  },
};

/** A page of runs, their earlier attempts, and who approved deployments. */
export async function askRuns(inquiry: Inquiry, path: string, page: string) {
  const found = await inquiry.page(page, Runs);
  for (const run of found?.items ?? []) {
    const at = `${path}/actions/runs/${run.id}`;
    for (let attempt = 1; attempt < (run.run_attempt ?? 1); attempt += 1) {
      await inquiry.get(`${at}/attempts/${attempt}`, RunAnswer);
    }
    if (run.status === 'completed') {
      await inquiry.list(`${at}/approvals`, Approvals);
      inquiry.expects.push({
        subject: { kind: 'pipeline-run', uri: run.html_url },
        at: run.updated_at,
      });
    }
  }
  return found;
}
