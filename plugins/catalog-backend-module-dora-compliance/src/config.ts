import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import {
  EntityRefText,
  fullEntityRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AzureDevOpsPipelineOptions } from './pipelines/azure-devops/AzureDevOpsPipelineSource';
import type { GithubPipelineOptions } from './pipelines/github/createGithubPipelineSources';
import type { GitlabPipelineOptions } from './pipelines/gitlab/GitlabPipelineSource';
import type { JenkinsPipelineOptions } from './pipelines/jenkins/JenkinsPipelineSource';

const KEY = 'doraCompliance.pipelines';

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

/** Whether pipelines of any CI system are to be discovered. */
export function discoversPipelines(config: RootConfigService): boolean {
  const { github, gitlab, jenkins, azureDevOps } = readPipelineConfig(config);
  return [github, gitlab, jenkins, azureDevOps].flat().length > 0;
}

/** Reads `doraCompliance.pipelines`; what is wrong is named by its key. */
export function readPipelineConfig(config: RootConfigService): PipelineConfig {
  const pipelines = config.getOptionalConfig(KEY);
  return {
    schedule: readSchedule(pipelines?.getOptionalConfig('schedule')),
    rejectRemovalsAbovePercentage:
      pipelines?.getOptionalNumber('rejectRemovalsAbovePercentage') ?? 50,
    github: each(pipelines, 'github', one => ({
      host: one.getOptionalString('host') ?? 'github.com',
      organization: one.getString('organization'),
    })),
    gitlab: each(pipelines, 'gitlab', one => ({
      host: one.getOptionalString('host') ?? 'gitlab.com',
      group: one.getString('group'),
    })),
    jenkins: each(pipelines, 'jenkins', one => ({
      baseUrl: one.getString('baseUrl'),
      username: one.getOptionalString('username'),
      apiKey: one.getOptionalString('apiKey'),
    })),
    azureDevOps: each(pipelines, 'azureDevOps', one => ({
      host: one.getOptionalString('host') ?? 'dev.azure.com',
      organization: one.getString('organization'),
      project: one.getOptionalString('project'),
    })),
  };
}

function each<T>(
  pipelines: Config | undefined,
  key: string,
  read: (one: Config) => T,
): (T & { provider?: string })[] {
  return (pipelines?.getOptionalConfigArray(key) ?? []).map(one => ({
    ...read(one),
    provider: readProvider(one, `${KEY}.${key}`),
  }));
}

function readSchedule(schedule: Config | undefined): DiscoverySchedule {
  const duration = (key: string) =>
    schedule?.has(key) ? readDurationFromConfig(schedule, { key }) : undefined;
  return {
    burstInterval: duration('burstInterval') ?? { seconds: 10 },
    burstLength: duration('burstLength') ?? { minutes: 1 },
    restLength: duration('restLength') ?? { hours: 1 },
    backoff: schedule
      ?.getOptionalConfigArray('backoff')
      ?.map(step => readDurationFromConfig(step)),
  };
}

function readProvider(config: Config, key: string): string | undefined {
  const provider = config.getOptionalString('provider');
  if (provider === undefined) {
    return undefined;
  }
  if (!EntityRefText.safeParse(provider).success) {
    throw new Error(
      `${key}[].provider is "${provider}"; it must be an entity reference such as resource:default/github`,
    );
  }
  return fullEntityRef(provider, 'resource', 'default');
}
