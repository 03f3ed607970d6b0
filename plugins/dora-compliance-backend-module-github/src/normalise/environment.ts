import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Repository } from './fields';
import type { GithubScope } from './GithubScope';

/** What anybody calls production counts as such, so that none slips by. */
export function isProduction(name: string, scope: GithubScope): boolean {
  return (
    /^prod(uction)?([-_/ .].*)?$/i.test(name) ||
    scope.productionEnvironments.includes(name)
  );
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
