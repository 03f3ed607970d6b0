import { z } from 'zod';
import {
  type DeploymentAnswer,
  Deployments,
  findEnd,
  findRunId,
  Statuses,
} from '../../normalise/api/deployments';
import { RunAnswer } from '../../normalise/api/runs';
import type { PartContext } from '../GithubPart';
import type { Inquiry } from '../Inquiry';
import { GONE } from './gone';
import { type HistoryStage, telling } from './HistoryStage';
import type { Span } from '../Span';
import { longBefore } from './longBefore';

const Place = z.object({ page: z.string() });

type Place = z.output<typeof Place>;

/** Deployments that changed, newest first, with how they went. */
export const deployments: HistoryStage<Place> = {
  part: 'deployments',
  place: Place,
  start: ({ path }, span) => ({ page: deploymentsPage(path, span) }),
  async step(asking, { page }, { since }) {
    const { inquiry } = asking;
    const { changed, next } = await deploymentsAt(inquiry, page, since);
    for (const deployment of changed) {
      await askDetails(asking, deployment);
    }
    return {
      inquiries: telling(inquiry, changed),
      read: changed.length,
      ...(next && { next: { page: next } }),
    };
  },
};

/** The first page of the deployments of a repository. */
export function deploymentsPage(path: string, { perPage }: Span): string {
  return `${path}/deployments?per_page=${perPage}`;
}

/**
 * Deployments of a page that changed since an instant, as each of their
 * statuses makes them do, and the next page while it may hold some.
 */
export async function deploymentsAt(
  inquiry: Inquiry,
  page: string,
  since: Span['since'],
): Promise<{ changed: DeploymentAnswer[]; next?: string }> {
  const found = await inquiry.page(page, Deployments);
  const items = found?.items ?? [];
  const from = longBefore(since);
  const isPast = items.some(({ created_at: at }) => at < from);
  return {
    changed: items.filter(({ updated_at: at }) => at >= since),
    ...(found?.next && !isPast && { next: found.next }),
  };
}

/** How a deployment went, and the run that deployed, if one did. */
async function askDetails(
  { inquiry, path, repository }: PartContext,
  { id, url }: DeploymentAnswer,
) {
  const statuses = await inquiry.list(
    `${path}/deployments/${id}/statuses?per_page=100`,
    Statuses,
  );
  const run = findRunId(statuses ?? [], repository.html_url);
  if (run) {
    await inquiry.get(`${path}/actions/runs/${run}`, RunAnswer, GONE);
  }
  const end = findEnd(statuses ?? []);
  if (end) {
    inquiry.expects.push({
      subject: { kind: 'deployment', uri: url },
      at: end.created_at,
    });
  }
}
