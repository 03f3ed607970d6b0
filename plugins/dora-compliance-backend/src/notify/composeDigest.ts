import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Digest, OpenPairs } from './KnexDigests';
import { linkAsset, linkScorecard } from './links';

/** Reviews that are due within these days are named. */
export const REVIEWS_WITHIN = 30;

/**
 * The summary for an owner; undefined if everything is and was satisfied, and no review
 * is due soon. It replaces
 * the one of the week before.
 */
export function composeDigest(
  { notifications: sentences }: Pick<Language, 'notifications'>,
  ownerRef: string,
  { now, before, assets, reviews }: Digest,
): NotificationPayload | undefined {
  const isQuiet = !hasOpen(now) && !(before && hasOpen(before));
  if (isQuiet && reviews.total === 0) {
    return undefined;
  }
  const first = (assets[0] ?? reviews.assets[0])?.entityRef;
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
