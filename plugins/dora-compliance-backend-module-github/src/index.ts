/**
 * GitHub as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { createGithubEvidenceSource } from './GithubEvidenceSource';
export { doraComplianceModuleGithub as default } from './module';
