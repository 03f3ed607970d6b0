import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { namesProduction } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Repository } from './fields';
import type { GithubScope } from './GithubScope';

export function isProduction(name: string, scope: GithubScope): boolean {
  return namesProduction(name, scope.productionEnvironments);
}

/** The page of the deployments to an environment. */
export function environmentUrl(repository: Repository, name: string): string {
  return `${repository.html_url}/deployments/${encodeURIComponent(name)}`;
}

export function environmentSubject(
  repository: Repository,
  name: string,
): Subject {
  return { kind: 'environment', uri: environmentUrl(repository, name) };
}
