import {
  addDuration,
  canonicalJson,
  type Evidence,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Clause,
  Member,
  Members,
  Population,
  PopulationContext,
} from '../registry/Population';
import { countDays } from './countDays';

type Deployed = Evidence<'service-deployed'>;

/**
 * Each deployment within the window, and what is running: the latest deployment to
 * each environment, however long ago it was. To production, or to any environment.
 */
export const deploymentPopulation = (
  clause: Clause<'service-deployed'>,
): Population => ({
  member: 'service-deployed',
  needs: {
    evidence: [
      { types: ['service-deployed'], key: 'repository', read: 'history' },
    ],
  },
  window: clause.within,
  find(context): Members {
    const since = subtractDuration(context.asOf, clause.within);
    const deployments = eachOnce(
      context.index
        .ofType('service-deployed')
        .filter(
          item =>
            !clause.where || item.predicate.deployment.environment.production,
        ),
    );
    const running = new Set(
      new Map(deployments.map(item => [namePlace(item), item])).values(),
    );
    const members = deployments.filter(
      item => item.observedAt > since || running.has(item),
    );
    // The first one to leave the window. What is running does not leave it.
    const leaving = members.find(item => !running.has(item));
    return members.length > 0
      ? {
          members: members.map(toMember),
          ...(leaving && {
            validUntil: addDuration(leaving.observedAt, clause.within),
          }),
        }
      : { members: [], empty: explainNone(clause, context) };
  },
});

/** Where something runs: the same repository in the same environment. */
function namePlace({ subjects, predicate }: Deployed): string {
  const repository = subjects.find(({ kind }) => kind === 'repository');
  return canonicalJson([
    repository ? subjectKey(repository) : '',
    predicate.deployment.environment.name,
  ]);
}

/** A host may report the success of one deployment again; the first counts. */
function eachOnce(deployments: readonly Deployed[]): Deployed[] {
  const byDeployment = new Map<string, Deployed>();
  for (const item of deployments) {
    const subject = item.subjects.find(({ kind }) => kind === 'deployment');
    const key = subject ? subjectKey(subject) : item.id;
    byDeployment.set(key, byDeployment.get(key) ?? item);
  }
  return [...byDeployment.values()];
}

function toMember(evidence: Deployed): Member {
  const { id, url, environment } = evidence.predicate.deployment;
  return {
    evidence,
    describes: {
      kind: 'deployment',
      deployment: { id, environment: environment.name },
      uri: url,
      at: evidence.observedAt,
    },
  };
}

/** No deployment: only a source that has reported can say that. */
function explainNone(
  { within }: Clause<'service-deployed'>,
  { asset, sourceHeard }: PopulationContext,
): NonNullable<Members['empty']> {
  if (!asset.linked) {
    return { status: 'not-assessed', reason: reason('asset-not-linked') };
  }
  return sourceHeard
    ? {
        status: 'not-applicable',
        reason: reason('population-empty', { days: countDays(within) }),
      }
    : { status: 'not-assessed', reason: reason('source-silent') };
}
