import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { contentModeOf } from './cloudevents/contentMode';
import { toStructured } from './cloudevents/toStructured';

/**
 * Source and id of the one event of a delivery: together they are unique
 * (CloudEvents 1.0.2, 3.1). A batch has no id of its own. Never throws.
 */
export function deliveryIdOf(delivery: Delivery): string | undefined {
  try {
    const message = toStructured(delivery);
    const mode = contentModeOf(message);
    const payload = JSON.parse(new TextDecoder().decode(message.body));
    const { source, id } = mode ? payload : payload.context;
    const isTold = [source, id].every(
      part => typeof part === 'string' && part !== '',
    );
    return isTold && mode !== 'batch'
      ? JSON.stringify([source, id])
      : undefined;
  } catch {
    return undefined;
  }
}
