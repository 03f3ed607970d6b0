import { z } from 'zod';
import { Analyses } from '../../normalise/api/scans';
import { type HistoryStage, telling } from './HistoryStage';

const Place = z.object({ page: z.string() });

type Place = z.output<typeof Place>;

/** What GitHub says where nothing was ever scanned, or scanning is off. */
const NO_ANALYSIS =
  /^(404 no analysis found|403 (code scanning is not|[a-z ]+ must be) enabled for this repository)/i;

/** Analyses of code scanning, newest first. */
export const codeScanning: HistoryStage<Place> = {
  part: 'code-scanning',
  place: Place,
  start: ({ path }, { perPage }) => ({
    page: `${path}/code-scanning/analyses?per_page=${perPage}`,
  }),
  async step({ inquiry }, { page }, { since }) {
    const found = await inquiry.page(page, Analyses, NO_ANALYSIS);
    const items = found?.items ?? [];
    const recent = items.filter(({ created_at: at }) => at >= since);
    const isPast = recent.length < items.length;
    return {
      inquiries: telling(inquiry, recent),
      read: recent.length,
      ...(found?.next && !isPast && { next: { page: found.next } }),
    };
  },
};
