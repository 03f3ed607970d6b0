import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Delivery,
  JsonBody,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { detectContentMode } from './cloudevents/contentMode';
import { toStructured } from './cloudevents/toStructured';

/** Characters an id of a delivery may have; its column holds 255. */
const MAX_LENGTH = 200;

/** Where an event reports its id, if it is one. */
type Told = Identified & { context: Identified };

type Identified = { source: unknown; id: unknown };

/**
 * Source and id of the one event of a delivery: together they are unique
 * (CloudEvents 1.0.2, 3.1). Long ones are named by their digest. A batch has
 * no id of its own. Never throws.
 */
export function readDeliveryId(delivery: Delivery): string | undefined {
  try {
    const message = toStructured(delivery);
    const mode = detectContentMode(message);
    const payload = JsonBody.of(message.body).payload as Told;
    const { source, id } = mode ? payload : payload.context;
    return isTold(source) && isTold(id) && mode !== 'batch'
      ? boundedId(source, id)
      : undefined;
  } catch {
    return undefined;
  }
}

function isTold(part: unknown): part is string {
  return typeof part === 'string' && part !== '';
}

/** As JSON, which no digest can be taken for. */
function boundedId(source: string, id: string): string {
  const both = JSON.stringify([source, id]);
  return both.length > MAX_LENGTH ? computeDigest(both) : both;
}
