import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type {
  Control,
  ControlStatus,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { appendChanges } from '../assess/KnexAppendChanges';
import type { FreshDatabases } from './FreshDatabases';
import { inEnglish } from '../read/inEnglish';
import { control } from '../testing/samples';
import { createStores } from '../testing/TestStores';
import {
  announceChanges,
  type ChangeAnnouncement,
} from '../notify/announceChanges';
import { KnexNotificationQueue } from '../notify/KnexNotificationQueue';
import { KnexPairNames } from '../notify/KnexPairNames';

/** A control that is critical everywhere. */
export const severe: Control = {
  ...control,
  id: 'gov-98-test',
  title: 'Tested restore',
  severity: {
    'critical-or-important': 'critical',
    important: 'critical',
    standard: 'critical',
  },
};
export const ordinary: Control = {
  ...control,
  title: 'Independent approval',
  severity: {
    'critical-or-important': 'medium',
    important: 'medium',
    standard: 'medium',
  },
};

/** Owners of assets, and the messages that they get. */
export class OwnersUnderTest {
  readonly sent: NotificationSendOptions[] = [];
  readonly logger = mockServices.logger.mock();
  settings: ChangeAnnouncement['settings'] = {
    enabled: true,
    language: 'en',
    kinds: {
      notSatisfied: true,
      notAssessed: true,
      satisfied: true,
      expiring: true,
      digest: true,
    },
    quietPeriod: 60_000,
  };
  sentences = inEnglish;
  /** Called in place of Backstage. */
  send = async (message: NotificationSendOptions): Promise<void> => {
    this.sent.push(message);
  };

  names: KnexPairNames;

  private constructor(readonly knex: Knex) {
    this.names = new KnexPairNames(
      knex,
      new Map([ordinary, severe].map(one => [one.id, { control: one }])),
    );
  }

  static async on(
    databases: FreshDatabases,
    databaseId: TestDatabaseId,
  ): Promise<OwnersUnderTest> {
    const knex = await databases.init(databaseId);
    await createStores(knex);
    return new OwnersUnderTest(knex);
  }

  /** Keeps an asset; an empty owner is none. */
  async own(name: string, ownerRef: string): Promise<void> {
    const entityRef = `component:default/${name}`;
    await this.knex('asset_index').insert({
      entity_ref: entityRef,
      kind: 'component',
      type: 'service',
      title_key: name,
      search_text: name,
      owner_ref: ownerRef,
      system_ref: '',
      provider_ref: '',
      exposure: '',
      problems: 0,
      missing_count: 0,
      criticality_rank: 0,
    });
    await this.knex('inventory_node').insert({
      entity_ref: entityRef,
      node: 'asset',
      title: name.toUpperCase(),
      digest: 'none',
      declared: '{}',
    });
  }

  /** A status of an asset changes. */
  change(
    name: string,
    of: Control,
    from: ControlStatus | undefined,
    status: ControlStatus,
    asOf: Instant,
  ): Promise<void> {
    return this.knex.transaction(transaction =>
      appendChanges(transaction, [
        {
          entityRef: `component:default/${name}`,
          controlId: of.id,
          from,
          status,
          asOf,
        },
      ]),
    );
  }

  /** What a replica does at that time. */
  announce(now: Instant): Promise<void> {
    return announceChanges({
      queue: new KnexNotificationQueue(this.knex),
      names: this.names,
      sentences: this.sentences,
      notifications: { send: message => this.send(message) },
      settings: this.settings,
      logger: this.logger,
      now: () => now,
    });
  }

  async countQueued(): Promise<number> {
    return (await this.knex('notification_queue')).length;
  }
}
