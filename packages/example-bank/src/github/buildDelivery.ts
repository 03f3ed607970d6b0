import type { Delivery } from '../Delivery';
import { makeUuid } from './names';

/** A delivery whose id always stands for the same name and time. */
export function buildDelivery(
  name: string,
  event: string,
  at: string,
  payload: Record<string, unknown>,
): Delivery {
  return { event, id: makeUuid(`${name} ${at}`), at, payload };
}
