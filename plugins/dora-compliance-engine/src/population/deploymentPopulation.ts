import {
  addDuration,
  canonicalJson,
  Duration,
  type Evidence,
  evidenceTypes,
  type Instant,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { classifyEnvironment } from '../lineage/classifyEnvironment';
import type { KnownDeployment } from '../lineage/Deployments';
import { reason as ofEnvironment } from '../judgement/environment/reasons';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
} from '../registry/Population';
import { countDays } from './countDays';

const ClauseSchema = z.strictObject({
  within: Duration,
  where: z.strictObject({ environment: z.literal('production') }).optional(),
});

type Clause = z.output<typeof ClauseSchema>;

/**
 * Each deployment within the window, and what is running: the latest deployment to
 * each environment, however long ago it was. To production, or to any environment.
 * Of an environment that may be production the latest deployment is a member, so
 * that it is named.
 */
export const deploymentPopulation = definePopulation({
  name: 'deployment',
  clause: ClauseSchema,
  create: clause => ({
    member: {
      name: 'service-deployed',
      schema: evidenceTypes['service-deployed'],
    },
    needs: {
      evidence: [
        {
          types: [
            'deployment-failed',
            'service-deployed',
            'service-rolled-back',
          ],
          key: 'repository',
          read: 'history',
        },
      ],
    },
    window: clause.within,
    find: context => findDeployments(clause, context),
  }),
});

function findDeployments(clause: Clause, context: PopulationContext): Members {
  const since = subtractDuration(context.asOf, clause.within);
  const deployments = context.index.deployments.filter(
    ({ kind }) => !clause.where || kind !== 'elsewhere',
  );
  const running = findRunning(deployments);
  const members = deployments.filter(
    item =>
      running.has(item) ||
      (item.at > since && !(clause.where && item.kind === 'unclassified')),
  );
  // The first one to leave the window. What is running does not leave it.
  const leaving = members.find(item => !running.has(item));
  return members.length > 0
    ? {
        members: members.map(toMember),
        ...(leaving && {
          validUntil: addDuration(leaving.at, clause.within),
        }),
      }
    : { members: [], ...explainNone(clause, since, context) };
}

/**
 * The latest deployment to each place, and what contradicts it: a report of the same
 * deployment that names another commit.
 */
function findRunning(
  deployments: readonly KnownDeployment[],
): ReadonlySet<KnownDeployment> {
  const latest = new Set(
    new Map(deployments.map(item => [namePlace(item), item])).values(),
  );
  const names = new Set([...latest].flatMap(listNames));
  return new Set(
    deployments.filter(
      item => latest.has(item) || listNames(item).some(name => names.has(name)),
    ),
  );
}

function listNames({ reports }: KnownDeployment): string[] {
  return reports
    .flatMap(({ subjects }) => subjects)
    .filter(({ kind }) => kind === 'deployment')
    .map(subjectKey);
}

/** Where something runs: the same repository in the same environment. */
function namePlace({ repository, environment }: KnownDeployment): string {
  return canonicalJson([repository ?? '', environment]);
}

function toMember({
  first,
  reports,
  environment,
  at,
}: KnownDeployment): Member {
  const { id, url } = first.predicate.deployment;
  return {
    value: first.predicate,
    evidence: reports,
    describes: {
      kind: 'deployment',
      deployment: { id, environment },
      uri: url,
      at,
    },
  };
}

/** No deployment: only a source that has reported can say that. */
function explainNone(
  { within, where }: Clause,
  since: Instant,
  { asset, sourceHeard, index }: PopulationContext,
): Pick<Members, 'empty' | 'validUntil'> {
  if (!asset.linked) {
    const why = reason('asset-not-linked');
    return { empty: { status: 'not-assessed', reason: why } };
  }
  if (!sourceHeard) {
    const why = reason('source-silent');
    return { empty: { status: 'not-assessed', reason: why } };
  }
  const days = countDays(within);
  // A deployment that failed may have changed something before it did.
  const failed = index
    .ofType('deployment-failed')
    .filter(
      ({ observedAt, predicate }) =>
        observedAt > since &&
        (!where ||
          classifyEnvironment(predicate.deployment.environment) !==
            'elsewhere'),
    );
  const [first] = failed;
  const toProduction = where
    ? failed.filter(({ predicate }) => isProduction(predicate.deployment))
    : failed;
  return first
    ? {
        empty: {
          status: 'not-assessed',
          reason:
            toProduction.length > 0
              ? reason('deployments-failed-only', {
                  count: toProduction.length,
                  days,
                })
              : ofEnvironment('environment-unclassified', {
                  environment: first.predicate.deployment.environment.name,
                }),
        },
        validUntil: addDuration(first.observedAt, within),
      }
    : {
        empty: {
          status: 'not-applicable',
          reason: reason('population-empty', { days, kind: 'deployment' }),
        },
      };
}

function isProduction({
  environment,
}: Evidence<'deployment-failed'>['predicate']['deployment']): boolean {
  return environment.production;
}
