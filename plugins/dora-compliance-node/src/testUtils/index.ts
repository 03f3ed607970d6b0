/**
 * Contract suites for modules of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export {
  collectorFaults,
  type CollectorFault,
  evidenceCollectorContract,
  type EvidenceCollectorSamples,
} from './EvidenceCollector.contract';
export { FakeApi, type FakeAnswer, type FakeRequest } from './FakeApi';
export {
  evidenceSourceContract,
  type EvidenceSourceSamples,
} from './EvidenceSource.contract';
export { sharedFolder } from './sharedFolder';
export type {
  Authentication,
  Delivery,
  EvidenceSource,
  KeptDocument,
  Normalised,
} from '../source/EvidenceSource';
export type {
  ApiAnswer,
  BackfillStep,
  Collected,
  CollectedDocument,
  CollectionTarget,
  CollectorContext,
  ConditionalCache,
  EvidenceCollector,
  Expected,
} from '../collect';
