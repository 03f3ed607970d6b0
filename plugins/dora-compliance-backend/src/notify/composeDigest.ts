import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { NamedPair } from './composeMessage';
import type { Digest, OpenPairs } from './KnexDigests';
import { linkAsset, linkScorecard } from './links';

/** Reviews that are due within these days are named. */
export const REVIEWS_WITHIN = 30;

/**
 * The summary for an owner; undefined if everything is and was satisfied, no review is
 * due soon, and nothing is about to expire. It replaces the one of the week before.
 */
export function composeDigest(
  { notifications: sentences }: Pick<Language, 'notifications'>,
  options: {
    ownerRef: string;
    digest: Digest;
    name: (pair: Digest['expiring']['pairs'][number]) => NamedPair;
  },
): NotificationPayload | undefined {
  const { ownerRef, digest, name } = options;
  const { now, before, assets, reviews, expiring } = digest;
  const isQuiet = !hasOpen(now) && !(before && hasOpen(before));
  if (isQuiet && reviews.total + expiring.total === 0) {
    return undefined;
  }
  const first = [...assets, ...reviews.assets, ...expiring.pairs][0]?.entityRef;
  const link = linkScorecard(ownerRef) ?? (first && linkAsset(first));
  return {
    title: sentences.summary({ ...now, owner: parseEntityRef(ownerRef).name }),
    description: [
      before
        ? sentences['summary-before'](before)
        : sentences['summary-first']({}),
      assets.length > 0
        ? sentences['summary-assets']({
            assets: assets.map(({ title }) => title),
          })
        : '',
      reviews.total > 0
        ? sentences['summary-reviews']({
            assets: reviews.assets.map(({ title }) => title),
            others: reviews.total - reviews.assets.length,
            days: REVIEWS_WITHIN,
          })
        : '',
      expiring.total > 0
        ? sentences['summary-expiring']({
            pairs: expiring.pairs.map(pair => ({ ...name(pair), at: pair.at })),
            others: expiring.total - expiring.pairs.length,
          })
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(link && { link }),
    severity: now.notSatisfied > 0 ? 'normal' : 'low',
    topic: 'weekly-summary',
    scope: `weekly-summary:${ownerRef}`,
  };
}

function hasOpen({ notSatisfied, notAssessed }: OpenPairs): boolean {
  return notSatisfied + notAssessed > 0;
}
