/**
 * Meridian Bank, the example organisation: what its CI systems would deliver, and what
 * its people record.
 *
 * @packageDocumentation
 */
export type { Delivery } from './Delivery';
export { deliveries } from './deliveries';
export type { ManualRecord } from './manual/ManualRecord';
export { listManualRecords } from './manual/manualRecords';
export { buildRequest } from './github/buildRequest';
export { demoSecrets } from './demoSecrets';
export { listRequests } from './requests';
export type { WireRequest } from './WireRequest';
export { answerGithub } from './github/api/answerGithub';
