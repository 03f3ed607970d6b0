export type {
  Authentication,
  Delivery,
  EvidenceSource,
  KeptDocument,
  Normalised,
} from './EvidenceSource';
export {
  type EvidenceSourceExtensionPoint,
  evidenceSourceExtensionPoint,
} from './evidenceSourceExtensionPoint';
