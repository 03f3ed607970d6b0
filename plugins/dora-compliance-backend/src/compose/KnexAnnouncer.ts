import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { announceChanges } from '../notify/announceChanges';
import { KnexDigests } from '../notify/KnexDigests';
import { KnexNotificationQueue } from '../notify/KnexNotificationQueue';
import { KnexPairNames } from '../notify/KnexPairNames';
import type { NotificationSettings } from '../notify/NotificationSettings';
import { sendDigests } from '../notify/sendDigests';
import { limitedDatabases } from './KnexStores';

/** Notifies owners of what changed. One replica does this at a time. */
export class KnexAnnouncer {
  readonly #parts;

  constructor({ knex, controls, sentences, ...options }: AnnouncerOptions) {
    const { upkeep } = limitedDatabases(knex);
    this.#parts = {
      ...options,
      queue: new KnexNotificationQueue(upkeep),
      digests: new KnexDigests(upkeep),
      names: new KnexPairNames(upkeep, controls),
      sentences,
      language: sentences.language,
    };
  }

  /** Notifies owners of changes of statuses, and of what is about to expire. */
  announceChanges(): Promise<void> {
    return announceChanges(this.#parts);
  }

  /** Sends the summaries of the week to owners that do not have it yet. */
  sendDigests(): Promise<void> {
    return sendDigests(this.#parts);
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-notifications',
      scope: 'global',
      frequency: { seconds: 15 },
      timeout: { minutes: 10 },
      fn: () => this.announceChanges(),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-digests',
      scope: 'global',
      frequency: { minutes: 30 },
      timeout: { minutes: 30 },
      fn: () => this.sendDigests(),
    });
  }
}

/** What messages to owners are made from. */
type AnnouncerOptions = {
  knex: Knex;
  controls: ControlCatalogue;
  sentences: Sentences;
  notifications: NotificationService;
  settings: NotificationSettings;
  logger: LoggerService;
  now: () => Instant;
};
