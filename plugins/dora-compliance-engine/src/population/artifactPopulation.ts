import {
  addDuration,
  Duration,
  type Evidence,
  Instant,
  type Reason,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { classifyEnvironment } from '../lineage/classifyEnvironment';
import { earliest } from '../judgement/calendarDays';
import { reason as ofEnvironment } from '../judgement/environment/reasons';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
} from '../registry/Population';
import { listExpiries } from './listExpiries';
import { countDays } from './countDays';
import { doubtIncomplete } from './doubtIncomplete';

type Observed = Evidence<'environment-observed'>;

/** What runs in an environment, as assertions and judgements read it. */
export const RunningArtifact = z.object({
  environment: z.string(),
  production: z.boolean(),
  name: z.string(),
  /** Absent if the platform reports a tag only. */
  digest: z.string().optional(),
  version: z.string().optional(),
  workload: z.string().optional(),
  /** Since when it has been running, if reported. */
  since: Instant.optional(),
});

const ClauseSchema = z.strictObject({
  within: Duration,
  where: z.strictObject({ environment: z.literal('production') }).optional(),
  /** Beginnings of names that no pipeline of the organization deploys. */
  except: z.array(z.string().min(1)).min(1).optional(),
});

type Clause = z.output<typeof ClauseSchema>;

/** A place that was not read for so long is taken for one that is gone. */
const FORGOTTEN = 'P90D' as Duration;

/**
 * Each artifact that runs, by the latest reading of each environment. A reading
 * must be no older than the control allows. Where production is asked about, an
 * environment that may be production is named.
 */
export const artifactPopulation = definePopulation({
  name: 'running-artifact',
  clause: ClauseSchema,
  create: clause => ({
    member: { name: 'running-artifact', schema: RunningArtifact },
    needs: {
      evidence: [
        {
          types: ['environment-observed'],
          key: 'asset',
          read: 'history',
          within: FORGOTTEN,
        },
        {
          types: ['service-deployed', 'service-rolled-back'],
          key: 'asset',
          read: 'history',
        },
      ],
    },
    find: context => findArtifacts(clause, context),
  }),
});

function findArtifacts(
  clause: Clause,
  { asOf, index }: PopulationContext,
): Members {
  const readings = listReadings(clause, { asOf, index });
  const since = subtractDuration(asOf, clause.within);
  const members = [
    ...readings.flatMap(item => listMembers(item, clause, since)),
    ...(readings.length > 0 ? listUnread(readings, index) : []),
  ];
  const validUntil = earliest(
    ...readings.map(({ observedAt }) =>
      addDuration(observedAt, observedAt > since ? clause.within : FORGOTTEN),
    ),
  );
  return members.length > 0
    ? {
        members,
        validUntil,
        expiries: listExpiries(readings, { since, within: clause.within }),
      }
    : { members, validUntil, empty: explainNone(readings) };
}

/** The latest reading of each place. */
function listReadings(
  { where }: Clause,
  { asOf, index }: Pick<PopulationContext, 'asOf' | 'index'>,
): Observed[] {
  const since = subtractDuration(asOf, FORGOTTEN);
  const latest = new Map(
    index
      .ofType('environment-observed')
      .filter(
        ({ observedAt, predicate }) =>
          observedAt > since &&
          (!where ||
            classifyEnvironment(predicate.environment) !== 'elsewhere'),
      )
      .map(item => [namePlace(item), item]),
  );
  return [...latest.values()];
}

function listMembers(
  item: Observed,
  { within, except = [], where }: Clause,
  since: Instant,
): Member[] {
  const { observedAt, predicate } = item;
  if (observedAt <= since) {
    const days = countDays(within);
    return [toUnknown(item, reason('evidence-stale', { observedAt, days }))];
  }
  const { doubt } = doubtIncomplete(item);
  const artifacts = predicate.artifacts.filter(
    ({ name }) => !except.some(one => name.startsWith(one)),
  );
  if (artifacts.length === 0) {
    return doubt ? [toUnknown(item, doubt)] : [];
  }
  const { environment } = predicate;
  return where && classifyEnvironment(environment) === 'unclassified'
    ? [toUnknown(item, explainUnclassified(environment.name))]
    : artifacts.map(one => toMember(item, one));
}

function explainUnclassified(environment: string): Reason {
  return ofEnvironment('environment-unclassified', { environment });
}

/**
 * Environments that pipelines deployed to, however long ago, and that nobody reads:
 * what was deployed may still run. Only those that are known not to be production are
 * left out.
 */
function listUnread(
  readings: readonly Observed[],
  index: EvidenceIndex,
): Member[] {
  const read = new Set(
    readings.map(({ predicate }) => predicate.environment.name),
  );
  const deployed = new Map(
    index.deployments
      .filter(
        ({ kind, environment }) =>
          kind !== 'elsewhere' && !read.has(environment),
      )
      .map(item => [item.environment, item]),
  );
  return [...deployed].map(([title, { at, kind, reports }]) => ({
    value: {},
    evidence: reports,
    describes: { kind: 'artifact', title, at },
    problem:
      kind === 'unclassified'
        ? explainUnclassified(title)
        : reason('state-not-observed', {
            kind: 'artifact',
            type: 'environment-observed',
          }),
  }));
}

function explainNone(
  readings: readonly Observed[],
): NonNullable<Members['empty']> {
  const names = readings.map(({ predicate }) => predicate.environment.name);
  return names.length > 0
    ? {
        status: 'not-applicable',
        reason: reason('nothing-runs', { environments: names.join(', ') }),
      }
    : {
        status: 'not-assessed',
        reason: reason('state-not-observed', {
          kind: 'artifact',
          type: 'environment-observed',
        }),
      };
}

function namePlace({ sourceId, subjects, predicate }: Observed): string {
  const environment = subjects.find(({ kind }) => kind === 'environment');
  return environment
    ? subjectKey(environment)
    : `${sourceId} ${predicate.environment.name}`;
}

function toMember(
  item: Observed,
  artifact: Observed['predicate']['artifacts'][number],
): Member {
  const { name, production } = item.predicate.environment;
  return {
    value: { environment: name, production, ...artifact },
    evidence: [item],
    describes: {
      kind: 'artifact',
      title: `${artifact.workload ?? artifact.name} (${name})`,
      at: item.observedAt,
    },
    ...doubtIncomplete(item),
  };
}

/** An environment of which it is not known what runs in it. */
function toUnknown(item: Observed, problem: Reason): Member {
  return {
    value: {},
    evidence: [item],
    describes: {
      kind: 'artifact',
      title: item.predicate.environment.name,
      at: item.observedAt,
    },
    problem,
  };
}
