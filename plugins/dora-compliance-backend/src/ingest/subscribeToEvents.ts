import type { EventsService } from '@backstage/plugin-events-node';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from './DocumentStore';
import { keepDelivery } from './receiveDelivery';
import type { RedactionScope } from './redact/redact';

/**
 * Feeds sources from Backstage's events service, for installations that
 * already receive their webhooks there.
 */
export async function subscribeToEvents(options: {
  sources: Iterable<EvidenceSource>;
  events: EventsService;
  store: DocumentStore;
  redaction: RedactionScope;
  now: () => Instant;
  /** Told the id of the source. */
  onReceived: (sourceId: string) => void;
}): Promise<void> {
  const { sources, events, store, redaction, now, onReceived } = options;
  for (const source of sources) {
    const feed = source.events;
    if (feed) {
      await events.subscribe({
        id: `dora-compliance-${source.id}`,
        topics: [...feed.topics],
        onEvent: async event => {
          const delivery = feed.toDelivery(event);
          const { verification } = feed;
          await keepDelivery(
            source,
            delivery,
            { verification, proof: 'none' },
            {
              store,
              redaction,
              now: now(),
            },
          );
          onReceived(source.id);
        },
      });
    }
  }
}
