import { z } from 'zod';
import { Comparison } from '../../normalise/api/commits';
import {
  Activities,
  type Activity,
  isDeletion,
  isPush,
} from '../../normalise/api/pushes';
import type { Inquiry } from '../Inquiry';
import { GONE } from './gone';
import { type HistoryStage, telling } from './HistoryStage';

const Place = z.object({
  /** Branches that are still to be read. */
  branches: z.array(z.string()).min(1),
  /** The next page of the first of them. */
  page: z.string().optional(),
});

type Place = z.output<typeof Place>;

/**
 * A repository need not have each branch that is protected somewhere. That
 * activities may be read is reported by those of its default branch.
 */
const NO_BRANCH = /^(404|422) /;

/** Pushes to the default branch and other protected ones, newest first. */
export const pushes: HistoryStage<Place> = {
  part: 'pushes',
  place: Place,
  start: ({ repository, protectedBranches }) => ({
    branches: [...new Set([repository.default_branch, ...protectedBranches])],
  }),
  async step({ inquiry, path, repository }, place, { since, perPage }) {
    const [branch = '', ...rest] = place.branches;
    const ref = encodeURIComponent(`refs/heads/${branch}`);
    const page =
      place.page ?? `${path}/activity?ref=${ref}&per_page=${perPage}`;
    const absence =
      branch === repository.default_branch ? undefined : NO_BRANCH;
    const found = await inquiry.page(page, Activities, absence);
    const items = found?.items ?? [];
    const recent = items.filter(({ timestamp }) => timestamp >= since);
    const pushed = recent.filter(isPush);
    for (const push of pushed) {
      await askCommits(inquiry, path, push);
    }
    const wanted = [...pushed, ...recent.filter(isDeletion)];
    const isPast = recent.length < items.length;
    return {
      inquiries: telling(inquiry, wanted),
      read: wanted.length,
      ...next(isPast ? undefined : found?.next, place.branches, rest),
    };
  },
};

async function askCommits(inquiry: Inquiry, path: string, push: Activity) {
  const { before, after, id } = push;
  const at = `${path}/compare/${before}...${after}`;
  const commits = await inquiry.list(`${at}?per_page=100`, Comparison, {
    absence: GONE,
  });
  if (commits?.length === 0 && push.activity_type !== 'force_push') {
    inquiry.lacks(
      `GitHub does not tell the commits of activity ${id} at GET ${at}`,
    );
  }
}

function next(page: string | undefined, branches: string[], rest: string[]) {
  if (page) {
    return { next: { branches, page } };
  }
  return rest.length > 0 ? { next: { branches: rest } } : {};
}
