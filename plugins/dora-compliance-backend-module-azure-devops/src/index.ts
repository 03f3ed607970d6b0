/**
 * Azure DevOps as a source of evidence for DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export {
  type AzureDevOpsOptions,
  createAzureDevOpsEvidenceSource,
} from './AzureDevOpsEvidenceSource';
export {
  type AzureDevOpsCollectorOptions,
  createAzureDevOpsCollector,
} from './collect/AzureDevOpsCollector';
export { doraComplianceModuleAzureDevOps as default } from './module';
export type { AzureDevOpsScope } from './normalise/AzureDevOpsScope';
