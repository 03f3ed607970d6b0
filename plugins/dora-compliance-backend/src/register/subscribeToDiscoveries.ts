import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DISCOVERY_TOPIC,
  DiscoveryReport,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DiscoveryStore } from './DiscoveryStore';

/**
 * Stores the state of pipeline discovery that the catalog module reports. If an
 * event is lost, the next discovery sends another.
 */
export async function subscribeToDiscoveries(options: {
  events: EventsService;
  discoveries: DiscoveryStore;
  logger: LoggerService;
}): Promise<void> {
  const { events, discoveries, logger } = options;
  await events.subscribe({
    id: 'dora-compliance-discoveries',
    topics: [DISCOVERY_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const report = DiscoveryReport.safeParse(eventPayload);
      if (!report.success) {
        logger.warn('A discovery report can not be read', {
          cause: report.error.message,
        });
        return;
      }
      try {
        await discoveries.note(report.data);
      } catch (error) {
        // Errors are not thrown into the events service.
        logger.warn('A discovery report can not be kept', {
          cause: String(error),
        });
      }
    },
  });
}
