import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { PipelineConfig } from '../config';
import { createAzureDevOpsPipelineSources } from './azure-devops/AzureDevOpsPipelineSource';
import { createGithubPipelineSources } from './github/createGithubPipelineSources';
import { createGitlabPipelineSources } from './gitlab/GitlabPipelineSource';
import { createJenkinsPipelineSources } from './jenkins/JenkinsPipelineSource';
import type { PipelineSource } from './PipelineSource';

/** All CI systems that are configured, with their providers. */
export function createPipelineSources(
  options: PipelineConfig,
  deps: { config: RootConfigService; now: () => number },
): { source: PipelineSource; provider?: string }[] {
  const sources = [
    ...createGithubPipelineSources(options.github, deps),
    ...createGitlabPipelineSources(options.gitlab, deps),
    ...createJenkinsPipelineSources(options.jenkins),
    ...createAzureDevOpsPipelineSources(options.azureDevOps, deps),
  ];
  const ids = sources.map(({ source }) => source.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new Error(`doraCompliance.pipelines names ${twice} twice`);
  }
  return sources;
}
