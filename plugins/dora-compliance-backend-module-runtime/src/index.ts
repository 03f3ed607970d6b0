/**
 * What Kubernetes and Argo CD report to run, as a source of evidence for DORA
 * compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleRuntime as default } from './module';
export { createRuntimeEvidenceSource } from './RuntimeEvidenceSource';
export type {
  EnvironmentRule,
  RuntimeOptions,
  RuntimeScope,
} from './RuntimeOptions';
