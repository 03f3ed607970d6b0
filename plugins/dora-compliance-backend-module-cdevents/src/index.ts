/**
 * CDEvents over CloudEvents as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export {
  type CdeventsOptions,
  createCdeventsEvidenceSource,
} from './CdeventsEvidenceSource';
export type { CdeventsScope } from './cdevents/CdeventsScope';
export { doraComplianceModuleCdevents as default } from './module';
