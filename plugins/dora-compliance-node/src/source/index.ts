export { authenticateSignature } from './authenticateSignature';
export {
  authenticateSigned,
  type SignedDeliveries,
} from './authenticateSigned';
export { authenticateSignedOrToken } from './authenticateSignedOrToken';
export { authenticateToken } from './authenticateToken';
export {
  basicAuthorization,
  basicPassword,
  bearerToken,
} from './authorization';
export { coAuthorsIn } from './coAuthorsIn';
export { createSourceModule } from './createSourceModule';
export { type DeploymentEnd, deploymentEnded } from './deploymentEnded';
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
export { eventsFrom } from './eventsFrom';
export { CommitId, Moment } from './fields';
export { isFresh } from './isFresh';
export { limitTexts } from './limitTexts';
export { markClassified } from './markClassified';
export { matchesPattern } from './matchesPattern';
export { namesProduction } from './namesProduction';
export { JsonBody } from './JsonBody';
export {
  normaliseJson,
  type PartialReading,
  describeProblem,
  type Reading,
} from './normaliseJson';
export { readHeadings } from './readHeadings';
export type { ConfiguredSource } from './setUpSource';
export { acceptWith, secretIn, type SourceSecret } from './SourceSecret';
export type { SettingsPaths, SourcePages } from './SourcePages';
export type { SourceGives } from './SourceGives';
export type { SourceSetup } from './SourceSetup';
