import type {
  Deployment,
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type DeploymentEnd,
  deploymentEnded,
  matchesPattern,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type BuildFacts, listSubjects } from './BuildFacts';
import type { DeploymentRule, JenkinsScope } from './JenkinsScope';

const ends: ReadonlyMap<string, DeploymentEnd> = new Map([
  ['SUCCESS', 'deployed'],
  ['UNSTABLE', 'deployed'],
  ['FAILURE', 'failure'],
  ['FAILED', 'failure'],
  ['ABORTED', 'error'],
]);

/** The rules that speak of a job, by its own name or that of its pipeline. */
export function rulesFor(
  definition: string,
  names: readonly string[],
  { deployments }: JenkinsScope,
): DeploymentRule[] {
  const called = [definition, names.join('/')];
  return deployments.filter(({ job }) =>
    called.some(name => matchesPattern(job, name)),
  );
}

/** The deployments a whole build is; a part of a build is none. */
export function buildDeployments(
  facts: BuildFacts,
  scope: JenkinsScope,
  result: string,
  at: Instant,
): Statement[] {
  return rulesFor(facts.definition, facts.place.names, scope)
    .filter(({ stage }) => stage === undefined && !facts.place.part)
    .flatMap(rule => deploymentStatements(facts, rule, { result, at }));
}

/**
 * How a deployment ended. An unstable one changed the environment all the
 * same; what was not built or not reached deployed nothing.
 */
export function deploymentStatements(
  facts: BuildFacts,
  { environment, production }: DeploymentRule,
  end: { result: string; at: Instant; url?: string },
): Statement[] {
  const { result, at, url = facts.url } = end;
  // One build or stage may deploy to several environments.
  const id = `${url}#${encodeURIComponent(environment)}`;
  const deployment: Deployment = {
    id,
    url,
    ...(facts.commit && { commit: facts.commit }),
    ...(facts.branch && { ref: facts.branch }),
    // The rule says which kind it is.
    environment: { name: environment, production, classified: true },
    ...(facts.startedBy && { deployer: facts.startedBy }),
    ...(facts.artifact && { artifact: facts.artifact }),
    runUrl: facts.url,
  };
  const outcome = ends.get(result);
  const subjects = listSubjects(
    facts,
    { kind: 'deployment', uri: id },
    ...(facts.artifact?.digest
      ? [{ kind: 'artifact' as const, digest: facts.artifact.digest }]
      : []),
  );
  return outcome
    ? [
        deploymentEnded(deployment, {
          outcome,
          at,
          subjects,
          sourceId: 'jenkins',
        }),
      ]
    : [];
}
