/**
 * GitHub as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export {
  createGithubEvidenceSource,
  type GithubOptions,
} from './GithubEvidenceSource';
export { doraComplianceModuleGithub as default } from './module';
export type { GithubScope } from './normalise/GithubScope';
