export { authenticateToken } from './authenticateToken';
export {
  decideSetup,
  integrationCredentials,
  type SetupDecision,
  type SourceWays,
} from './decideSetup';
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
export { matchesPattern } from './matchesPattern';
export { namesProduction } from './namesProduction';
export { JsonBody } from './JsonBody';
export { normaliseJson, problemOf, type Reading } from './normaliseJson';
export { type ConfiguredSource, setUpSource } from './setUpSource';
export { acceptWith, secretIn, type SourceSecret } from './SourceSecret';
export type { SourceSetup } from './SourceSetup';
