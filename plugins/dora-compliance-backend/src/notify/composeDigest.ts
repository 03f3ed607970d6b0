import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Digest, OpenPairs } from './KnexDigests';
import { linkAsset, linkScorecard } from './links';

/**
 * The summary for an owner; undefined if everything is and was satisfied. It replaces
 * the one of the week before.
 */
export function composeDigest(
  { notifications: sentences }: Pick<Language, 'notifications'>,
  ownerRef: string,
  { now, before, assets }: Digest,
): NotificationPayload | undefined {
  if (!hasOpen(now) && !(before && hasOpen(before))) {
    return undefined;
  }
  const first = assets[0]?.entityRef;
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
