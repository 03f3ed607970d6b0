import { z } from 'zod';
import {
  Attestations,
  listDigests,
  Releases,
} from '../../normalise/api/attestations';
import type { PartContext } from '../GithubPart';
import type { Inquiry } from '../Inquiry';
import { deploymentsAt, deploymentsPage } from './deployments';
import { longBefore } from './longBefore';
import { type HistoryStage, telling } from './HistoryStage';
import type { Span } from '../Span';

const Place = z.object({
  list: z.enum(['releases', 'deployments']),
  page: z.string(),
});

type Place = z.output<typeof Place>;

/** What GitHub says of an artifact that nobody attested. */
const NONE = /^404 Not Found/i;

/** Attestations of what was released, then of what was deployed. */
export const attestations: HistoryStage<Place> = {
  part: 'attestations',
  place: Place,
  start: ({ path }, { perPage }) => ({
    list: 'releases',
    page: `${path}/releases?per_page=${perPage}`,
  }),
  async step(asking, { list, page }, span) {
    const { digests, next } =
      list === 'releases'
        ? await released(asking, page, span)
        : await deployed(asking, page, span);
    for (const digest of digests) {
      await askAttestations(asking.inquiry, asking.path, digest);
    }
    return {
      inquiries: telling(asking.inquiry, digests),
      read: digests.length,
      ...(next && { next }),
    };
  },
};

type Found = { digests: string[]; next?: Place };

/**
 * Releases come in the order of their commits, not of their publication: the
 * first page of which none was published lately is the last one.
 */
async function released(
  { inquiry, path }: PartContext,
  page: string,
  span: Span,
): Promise<Found> {
  const found = await inquiry.page(page, Releases);
  const items = found?.items ?? [];
  const recent = items.filter(({ published_at: at }) => at && at >= span.since);
  const from = longBefore(span.since);
  const isPast = items.every(({ published_at: at }) => at && at < from);
  return {
    digests: listDigests(recent, []),
    next:
      found?.next && !isPast
        ? { list: 'releases', page: found.next }
        : { list: 'deployments', page: deploymentsPage(path, span) },
  };
}

async function deployed(
  { inquiry }: PartContext,
  page: string,
  { since }: Span,
): Promise<Found> {
  const { changed, next } = await deploymentsAt(inquiry, page, since);
  return {
    digests: listDigests([], changed),
    ...(next && { next: { list: 'deployments', page: next } }),
  };
}

async function askAttestations(inquiry: Inquiry, path: string, digest: string) {
  const at = `${path}/attestations/${encodeURIComponent(digest)}`;
  const found = await inquiry.list(`${at}?per_page=100`, Attestations, {
    absence: NONE,
  });
  const elsewhere = (found ?? []).filter(({ bundle }) => !bundle).length;
  if (elsewhere > 0) {
    inquiry.lacks(
      `GitHub holds ${elsewhere} of ${found?.length} attestations at GET ${at} elsewhere`,
    );
  }
}
