import { z } from 'zod';
import {
  Activities,
  type Activity,
  Comparison,
  isPush,
} from '../../collected/pushes';
import type { Inquiry } from '../Inquiry';
import type { BackfillStage } from './BackfillStage';

const Place = z.object({
  /** Branches that are still to be read. */
  branches: z.array(z.string()).min(1),
  /** The next page of the first of them. */
  page: z.string().optional(),
});

type Place = z.output<typeof Place>;

/** A commit that a forced push left behind may be gone. */
const GONE = /^404 (Not Found|No common ancestor)/i;

/** Pushes to the default branch and other protected ones, newest first. */
export const pushesStage: BackfillStage<Place> = {
  part: 'pushes',
  place: Place,
  start: ({ repository }, { protectedBranches }) => ({
    branches: [...new Set([repository.default_branch, ...protectedBranches])],
  }),
  async step({ inquiry, path }, place, { since }) {
    const [branch = '', ...rest] = place.branches;
    const ref = encodeURIComponent(`refs/heads/${branch}`);
    const page = place.page ?? `${path}/activity?ref=${ref}&per_page=20`;
    const found = await inquiry.page(page, Activities);
    const items = found?.items ?? [];
    const wanted = items.filter(({ timestamp }) => timestamp >= since);
    for (const push of wanted.filter(isPush)) {
      await askCommits(inquiry, path, push);
    }
    const isPast = wanted.length < items.length;
    return {
      inquiries: [inquiry],
      read: wanted.length,
      ...next(isPast ? undefined : found?.next, place.branches, rest),
    };
  },
};

async function askCommits(inquiry: Inquiry, path: string, push: Activity) {
  const { before, after, id } = push;
  const commits = await inquiry.list(
    `${path}/compare/${before}...${after}?per_page=100`,
    Comparison,
    { absence: GONE },
  );
  if (commits?.length === 0 && push.activity_type === 'force_push') {
    return;
  }
  if (commits?.length === 0) {
    inquiry.lacks(`GitHub does not tell the commits of activity ${id}`);
  }
}

function next(page: string | undefined, branches: string[], rest: string[]) {
  if (page) {
    return { next: { branches, page } };
  }
  return rest.length > 0 ? { next: { branches: rest } } : {};
}
