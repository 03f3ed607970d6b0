/**
 * Meridian Bank, the example organisation: what its GitHub would deliver.
 *
 * @packageDocumentation
 */
export type { Delivery } from './Delivery';
export { deliveries } from './deliveries';
export { buildRequest, sendDelivery } from './sendDelivery';
