import {
  listAzureBuild,
  listAzureChange,
  listAzureDeployment,
} from './azureDevOps/azureRequests';
import { listCdeventsDeployment } from './cdevents/cdeventsRequests';
import { findChain } from './chains';
import { deliveries } from './deliveries';
import { demoSecrets } from './demoSecrets';
import {
  listGitlabBuild,
  listGitlabChange,
  listGitlabDeployment,
} from './gitlab/gitlabRequests';
import {
  listJenkinsBuild,
  listJenkinsDeployment,
} from './jenkins/jenkinsRequests';
import { buildRequest } from './github/buildRequest';
import { listRuntimeRequests } from './runtime/runtimeRequests';
import { listStories, type Story } from './Story';
import type { WireRequest } from './WireRequest';

type Lister = (story: Story) => WireRequest[];

const none: Lister = () => [];

/** What each system other than GitHub sends about a release, by its part in it. */
const senders = {
  source: {
    github: none,
    gitlab: listGitlabChange,
    'azure-devops': listAzureChange,
  },
  build: {
    github: none,
    'github-image': none,
    gitlab: listGitlabBuild,
    jenkins: listJenkinsBuild,
    'azure-devops': listAzureBuild,
  },
  deployment: {
    github: none,
    gitlab: listGitlabDeployment,
    jenkins: listJenkinsDeployment,
    'azure-devops': listAzureDeployment,
    cdevents: listCdeventsDeployment,
  },
} satisfies Record<string, Record<string, Lister>>;

/**
 * Everything that the CI systems and the cluster of the bank would have sent up to a day, in the order of
 * time. The same day gives the same requests, byte for byte.
 *
 * @param today - midnight UTC of the day, as `2026-11-24`
 */
export function listRequests(
  today: string,
  githubSecret = demoSecrets.github,
): WireRequest[] {
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const ofGithub = deliveries(today).map(delivery => {
    const { headers, body } = buildRequest(delivery, githubSecret);
    const { id, event, at } = delivery;
    return {
      source: 'github' as const,
      name: `${event} ${id}`,
      at,
      headers,
      body,
    };
  });
  const stories = listStories(midnight);
  const ofOthers = stories.flatMap(story => {
    const { source, build, deployment } = findChain(story.release.service);
    return [
      ...senders.source[source](story),
      ...senders.build[build](story),
      ...senders.deployment[deployment](story),
    ];
  });
  const running = listRuntimeRequests(stories, midnight);
  return [...ofGithub, ...ofOthers, ...running].sort((a, b) =>
    a.at.localeCompare(b.at),
  );
}
