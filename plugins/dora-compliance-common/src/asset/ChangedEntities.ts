import { z } from 'zod';
import { requestText } from '../api/RequestText';

/**
 * Topic of the events service on which the catalog module reports which entities
 * of the inventory were added or changed.
 *
 * @public
 */
export const CHANGED_ENTITIES_TOPIC = 'dora-compliance.changed-entities';

/**
 * Payload of an event on {@link CHANGED_ENTITIES_TOPIC}. A hint to look at
 * these entities: the catalog shows the change some seconds later.
 *
 * @public
 */
export const ChangedEntities = z.object({
  /** Full entity references. */
  entityRefs: z.array(requestText(600).min(1)).max(1000),
});

/** @public */
export type ChangedEntities = z.output<typeof ChangedEntities>;
