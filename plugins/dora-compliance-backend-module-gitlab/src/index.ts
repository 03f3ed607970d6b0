/**
 * GitLab as a source of evidence for DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export type { GitlabSecrets } from './authenticateGitlab';
export {
  createGitlabCollector,
  type GitlabCollectorOptions,
} from './collect/GitlabCollector';
export {
  createGitlabEvidenceSource,
  type GitlabOptions,
} from './GitlabEvidenceSource';
export { doraComplianceModuleGitlab as default } from './module';
export type { GitlabScope } from './normalise/GitlabScope';
