import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CHANGED_ENTITIES_TOPIC,
  ChangedEntities,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { NewEntities } from './NewEntities';

/** Reads the entities that the catalog module reports. */
export async function subscribeToChanges(options: {
  events: EventsService;
  newEntities: NewEntities;
  logger: LoggerService;
}): Promise<void> {
  const { events, newEntities, logger } = options;
  await events.subscribe({
    id: 'dora-compliance-changed-entities',
    topics: [CHANGED_ENTITIES_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const changed = ChangedEntities.safeParse(eventPayload);
      if (changed.success) {
        // Not awaited, as the publisher would wait, too.
        newEntities.add(changed.data.entityRefs);
      } else {
        logger.warn('Changed entities can not be read', {
          cause: changed.error.message,
        });
      }
    },
  });
}
