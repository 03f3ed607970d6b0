import {
  addDuration,
  canonicalJson,
  Duration,
  evidenceTypes,
  type Evidence,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
} from '../registry/Population';
import { explainNoEvent } from './explainNoEvent';

type Deployed = Evidence<'service-deployed'>;

const Clause = z.strictObject({
  within: Duration,
  where: z.strictObject({ environment: z.literal('production') }).optional(),
});

type Clause = z.output<typeof Clause>;

/**
 * Each deployment within the window, and what is running: the latest deployment to
 * each environment, however long ago it was. To production, or to any environment.
 */
export const deploymentPopulation = definePopulation({
  name: 'deployment',
  clause: Clause,
  create: clause => ({
    member: {
      name: 'service-deployed',
      schema: evidenceTypes['service-deployed'],
    },
    needs: {
      evidence: [
        { types: ['service-deployed'], key: 'repository', read: 'history' },
      ],
    },
    window: clause.within,
    find: context => findDeployments(clause, context),
  }),
});

function findDeployments(clause: Clause, context: PopulationContext): Members {
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
    : {
        members: [],
        empty: explainNoEvent(context, {
          kind: 'deployment',
          within: clause.within,
        }),
      };
}

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
    value: evidence.predicate,
    evidence: [evidence],
    describes: {
      kind: 'deployment',
      deployment: { id, environment: environment.name },
      uri: url,
      at: evidence.observedAt,
    },
  };
}
