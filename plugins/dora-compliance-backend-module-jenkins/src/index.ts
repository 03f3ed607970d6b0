/**
 * Jenkins as a source of evidence for DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export { createJenkinsCollector } from './collect/JenkinsCollector';
export { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';
export type { JenkinsController, JenkinsOptions } from './JenkinsOptions';
export { doraComplianceModuleJenkins as default } from './module';
export type { DeploymentRule, JenkinsScope } from './normalise/JenkinsScope';
