export { authenticateToken } from './authenticateToken';
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
export { CommitId, Moment } from './fields';
export { namesProduction } from './namesProduction';
export { normaliseJson, problemOf, type Reading } from './normaliseJson';
