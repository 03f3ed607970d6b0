import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DISCOVERY_TOPIC,
  DiscoveryReport,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DiscoveryStore } from './DiscoveryStore';

/**
 * Notes how discoveries of pipelines go, as the catalog module tells. An
 * event that gets lost is made up for by the next discovery.
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
        // Nothing is thrown into the events service.
        logger.warn('A discovery report can not be kept', {
          cause: String(error),
        });
      }
    },
  });
}
