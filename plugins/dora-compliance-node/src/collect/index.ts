export { ApiAnswer, type ApiReading } from './ApiAnswer';
export {
  COLLECTED_HEADER,
  collectedBody,
  CollectedDocument,
  heartbeatStatement,
  readCollected,
} from './CollectedDocument';
export type { CollectionTarget } from './CollectionTarget';
export {
  type CollectorPart,
  collectParts,
  type PartReading,
} from './collectParts';
export type {
  DeliveryLog,
  DeliveryLogAnswer,
  DeliveryLogRequest,
  DeliveryLogStep,
} from './DeliveryLog';
export type {
  BackfillStep,
  Collected,
  CollectorContext,
  ConditionalCache,
  EvidenceCollector,
  Expected,
} from './EvidenceCollector';
export {
  type EvidenceCollectorExtensionPoint,
  evidenceCollectorExtensionPoint,
} from './evidenceCollectorExtensionPoint';
export { linksOf } from './linksOf';
export { readFrom } from './readFrom';
export {
  RestApi,
  type RestApiOptions,
  type RestFormat,
  type RestPage,
} from './RestApi';
export { together } from './together';
