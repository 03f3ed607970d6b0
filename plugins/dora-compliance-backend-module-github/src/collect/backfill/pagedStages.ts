import { z } from 'zod';
import { Deployments, Statuses } from '../../collected/deployments';
import { ListedPulls } from '../../collected/mergedChanges';
import { askChange } from '../parts/mergedChanges';
import type { BackfillStage } from './BackfillStage';

const Place = z.object({ page: z.string() });

type Place = z.output<typeof Place>;

/** Deployments, newest first, with how they went. */
export const deploymentsStage: BackfillStage<Place> = {
  part: 'deployments',
  place: Place,
  start: ({ path }) => ({ page: `${path}/deployments?per_page=10` }),
  async step({ inquiry, path }, { page }, { since }) {
    const found = await inquiry.page(page, Deployments);
    const wanted = (found?.items ?? []).filter(
      ({ created_at: at }) => at >= since,
    );
    for (const { id } of wanted) {
      await inquiry.list(
        `${path}/deployments/${id}/statuses?per_page=100`,
        Statuses,
      );
    }
    const isPast = wanted.length < (found?.items.length ?? 0);
    return {
      inquiries: [inquiry],
      read: wanted.length,
      ...(found?.next && !isPast && { next: { page: found.next } }),
    };
  },
};

/**
 * Merged pull requests. They are listed by when they were opened, which never
 * changes, so that none slips from one page to another meanwhile; one that
 * was opened long ago may have been merged lately.
 */
export const changesStage: BackfillStage<Place> = {
  part: 'merged-changes',
  place: Place,
  start: ({ path }) => ({
    page: `${path}/pulls?state=all&sort=created&direction=desc&per_page=20`,
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
