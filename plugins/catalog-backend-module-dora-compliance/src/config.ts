import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import {
  EntityRefText,
  fullEntityRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  configObject,
  duration,
  numberWithin,
  readConfig,
  secretText,
  text,
  webAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import type { AzureDevOpsPipelineOptions } from './pipelines/azure-devops/AzureDevOpsPipelineSource';
import type { GithubPipelineOptions } from './pipelines/github/createGithubPipelineSources';
import type { GitlabPipelineOptions } from './pipelines/gitlab/GitlabPipelineSource';
import type { JenkinsPipelineOptions } from './pipelines/jenkins/JenkinsPipelineSource';

const KEY = 'doraCompliance.pipelines';

const Provider = text()
  .refine(
    ref => EntityRefText.safeParse(ref).success,
    'must be an entity reference such as resource:default/github',
  )
  .transform(ref => fullEntityRef(ref, 'resource', 'default'))
  .optional();

/** What `doraCompliance.pipelines` may hold, with its defaults. */
export const PipelineSettings = configObject({
  schedule: configObject({
    burstInterval: duration().default({ seconds: 10 }),
    burstLength: duration().default({ minutes: 1 }),
    restLength: duration().default({ hours: 1 }),
    backoff: z.array(duration()).optional(),
  }).prefault({}),
  rejectRemovalsAbovePercentage: numberWithin(0, 100).default(50),
  github: each({
    host: text().default('github.com'),
    organization: text(),
  }),
  gitlab: each({ host: text().default('gitlab.com'), group: text() }),
  jenkins: each({
    baseUrl: webAddress('username and apiKey'),
    username: text().optional(),
    apiKey: secretText().optional(),
  }),
  azureDevOps: each({
    host: text().default('dev.azure.com'),
    organization: text(),
    project: text().optional(),
  }),
});

function each<T extends z.ZodRawShape>(shape: T) {
  return z.array(configObject({ ...shape, provider: Provider })).default([]);
}

/** When sources are read. */
export type DiscoverySchedule = {
  /** Time between two bursts. */
  burstInterval: HumanDuration;
  /** How long a burst reads pages. */
  burstLength: HumanDuration;
  /** Time from one complete round to the next. */
  restLength: HumanDuration;
  /** Time until the next attempt, by the number of those that failed. */
  backoff?: HumanDuration[];
};

/** What is set of the discovery of pipelines. */
export type PipelineConfig = {
  schedule: DiscoverySchedule;
  rejectRemovalsAbovePercentage: number;
  github: GithubPipelineOptions[];
  gitlab: GitlabPipelineOptions[];
  jenkins: JenkinsPipelineOptions[];
  azureDevOps: AzureDevOpsPipelineOptions[];
};

/**
 * Whether pipelines of any CI system are to be discovered. True where the
 * configuration is wrong: its module then says so.
 */
export function discoversPipelines(config: RootConfigService): boolean {
  try {
    const { github, gitlab, jenkins, azureDevOps } = readPipelineConfig(config);
    return [github, gitlab, jenkins, azureDevOps].flat().length > 0;
  } catch {
    return true;
  }
}

/** Reads `doraCompliance.pipelines`; what is wrong is named by its key. */
export function readPipelineConfig(config: RootConfigService): PipelineConfig {
  return readConfig(config, KEY, PipelineSettings);
}
