import type {
  EnvironmentReference,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  markClassified,
  namesProduction,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { wellFormed } from './fields';
import type { GitlabScope } from './GitlabScope';

/**
 * An environment. What its tier or its name calls production counts as such,
 * and what is configured, so that none slips by.
 */
export function toEnvironment(
  name: string,
  tier: string | null | undefined,
  scope: GitlabScope,
): EnvironmentReference {
  return {
    name,
    production:
      tier === 'production' ||
      namesProduction(name, scope.productionEnvironments),
    // The tier `other` is what GitLab calls what it can't tell.
    ...(tier && tier !== 'other'
      ? { classified: true }
      : markClassified(name, scope.nonProductionEnvironments)),
  };
}

/** An environment has a page by its number only, so its name is added. */
export function environmentSubject(projectUrl: string, name: string): Subject {
  const query = encodeURIComponent(wellFormed(name));
  return {
    kind: 'environment',
    uri: `${projectUrl}/-/environments?search=${query}`,
  };
}
