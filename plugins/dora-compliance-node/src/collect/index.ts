export {
  AnswerReader,
  type ItemReading,
  readItems,
  readStatements,
} from './AnswerReader';
export { ApiAnswer, type ApiReading } from './ApiAnswer';
export {
  COLLECTED_HEADER,
  collectedBody,
  CollectedDocument,
  heartbeatStatement,
  readCollected,
} from './CollectedDocument';
export { collectorDefaults } from './collectorDefaults';
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
  CollectorReading,
  CollectorContext,
  ConditionalCache,
  EvidenceCollector,
  ExpectedDelivery,
} from './EvidenceCollector';
export {
  type EvidenceCollectorExtensionPoint,
  evidenceCollectorExtensionPoint,
} from './evidenceCollectorExtensionPoint';
export { isSameAddress, loggedDelivery } from './loggedDelivery';
export { normaliseCollected } from './normaliseCollected';
export { readFrom } from './readFrom';
export { together } from './together';
export { RecentReads } from './RecentReads';
