import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { composeDigest, REVIEWS_WITHIN } from './composeDigest';
import { findWeek, shiftDay } from './findWeek';
import type { KnexDigests } from './KnexDigests';
import type { KnexPairNames } from './KnexPairNames';
import type { NotificationSettings } from './NotificationSettings';

/** What summaries are made from. */
type DigestDelivery = {
  digests: KnexDigests;
  names: KnexPairNames;
  language: Pick<Language, 'notifications'>;
  notifications: NotificationService;
  settings: NotificationSettings;
  logger: LoggerService;
  now: () => Instant;
};

/**
 * Sends the summaries of the week to owners that do not have it yet. After a crash the
 * last one is sent again, and Backstage replaces it.
 */
export async function sendDigests(options: DigestDelivery): Promise<void> {
  const { digests, settings, logger, now } = options;
  const week = findWeek(now());
  if (!settings.enabled || !settings.kinds.digest || !week) {
    return;
  }
  for (const ownerRef of await digests.listOwners(week)) {
    try {
      await send(ownerRef, week, options);
    } catch (error) {
      logger.warn('A weekly summary could not be sent; it is tried again', {
        ownerRef,
        error: String(error),
      });
    }
  }
}

async function send(
  ownerRef: string,
  week: Day,
  { digests, names, language, notifications, now }: DigestDelivery,
): Promise<void> {
  const digest = await digests.read(ownerRef, {
    weekAgo: shiftDay(week, -7),
    dueBy: shiftDay(week, REVIEWS_WITHIN),
    now: now(),
  });
  const { pairs } = digest.expiring;
  const name = await names.read(pairs.map(({ entityRef }) => entityRef));
  const payload = composeDigest(language, { ownerRef, digest, name });
  if (payload) {
    await notifications.send({
      recipients: { type: 'entity', entityRef: ownerRef },
      payload,
    });
  }
  await digests.complete(ownerRef, week);
}
