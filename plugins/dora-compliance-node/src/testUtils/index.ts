/**
 * Contract suites for modules of DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export {
  evidenceSourceContract,
  type EvidenceSourceSamples,
} from './EvidenceSource.contract';
export type {
  Authentication,
  Delivery,
  EvidenceSource,
  KeptDocument,
  Normalised,
} from '../source/EvidenceSource';
