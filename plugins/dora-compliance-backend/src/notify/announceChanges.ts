import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { composeChanges } from './composeChanges';
import { composeExpiries } from './composeExpiries';
import type { KnexNotificationQueue } from './KnexNotificationQueue';
import type { KnexPairNames } from './KnexPairNames';
import type { NotificationSettings } from './NotificationSettings';

/** Changes of an owner wait at most this many quiet periods. */
const LONGEST = 10;

/** Older changes are not worth a message of their own: a week. */
const MAX_AGE = 7 * 24 * 60 * 60_000;

/** What messages about changes are made from. */
export type ChangeAnnouncement = {
  queue: KnexNotificationQueue;
  names: KnexPairNames;
  sentences: Sentences;
  notifications: NotificationService;
  settings: NotificationSettings;
  logger: LoggerService;
  now: () => Instant;
};

/**
 * Notifies owners of changes of statuses, and of what is about to expire, when nothing
 * else of theirs followed for a while. A change leaves the queue after its message was
 * sent. After a crash in between it is sent again, with the
 * same scope: Backstage then replaces the message.
 */
export async function announceChanges(
  options: ChangeAnnouncement,
): Promise<void> {
  const { queue, settings, logger } = options;
  const now = options.now();
  // Assessments add notices also while notifications are off.
  await queue.forgetExpired(shiftInstant(now, -MAX_AGE));
  if (!settings.enabled) {
    await queue.dropUntil(now);
    return;
  }
  const dropped = await queue.dropUntil(shiftInstant(now, -MAX_AGE));
  if (dropped > 0) {
    logger.warn('Changes of statuses were never announced; they are too old', {
      changes: dropped,
    });
  }
  const owners = await queue.listQuiet({
    quietSince: shiftInstant(now, -settings.quietPeriod),
    waitingSince: shiftInstant(now, -LONGEST * settings.quietPeriod),
    now,
  });
  for (const ownerRef of owners) {
    await announceTo(ownerRef, options);
  }
}

/** A failure concerns one owner; the next ones are notified all the same. */
async function announceTo(
  ownerRef: string,
  options: ChangeAnnouncement,
): Promise<void> {
  const { queue, logger, now } = options;
  const { ticket, changes } = await queue.claim(ownerRef, now());
  if (changes.length === 0) {
    return;
  }
  try {
    if (ownerRef === '') {
      logger.info(
        'Nobody owns assets whose status changed; nobody is notified',
        {
          changes: changes.length,
        },
      );
    } else {
      await send(ownerRef, changes, options);
    }
  } catch (error) {
    logger.warn('A notification could not be sent; it is tried again', {
      ownerRef,
      changes: changes.length,
      error: String(error),
    });
    await queue.release(ownerRef, ticket, now());
    return;
  }
  await queue.complete(ownerRef, ticket);
}

async function send(
  ownerRef: string,
  changes: Awaited<ReturnType<KnexNotificationQueue['claim']>>['changes'],
  { names, sentences, notifications, settings, now }: ChangeAnnouncement,
): Promise<void> {
  const name = await names.read(changes.map(({ entityRef }) => entityRef));
  const { kinds } = settings;
  const payloads = [
    ...composeChanges(sentences.language, { ownerRef, changes, name, kinds }),
    ...(kinds.expiring
      ? composeExpiries(sentences, { ownerRef, changes, name, now: now() })
      : []),
  ];
  for (const payload of payloads) {
    await notifications.send({
      recipients: { type: 'entity', entityRef: ownerRef },
      payload,
    });
  }
}
