import {
  addDuration,
  Duration,
  type Evidence,
  type EvidenceType,
  evidenceTypes,
  type Instant,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
  type PopulationType,
} from '../registry/Population';
import { countDays } from './countDays';
import { doubtIncomplete } from './doubtIncomplete';

/** Values that are computed from the content of evidence. */
type More<Type extends EvidenceType> = {
  schema: z.ZodObject;
  derive: (evidence: Evidence<Type>) => object;
};

type Clause<Type extends EvidenceType> = { from: Type; within: Duration };

/**
 * Each of some things of an asset, such as its branches, by the latest evidence
 * of one type about it. Evidence must be no older than the control allows. A
 * thing that the last complete collection of its source did not find again is no
 * longer there.
 */
export function defineStatePopulation<Type extends EvidenceType>({
  name,
  types,
  title,
  more,
}: {
  name: string;
  types: readonly Type[];
  /** What a thing is called, unique within its repository. */
  title: (evidence: Evidence<Type>) => string;
  /** What members have besides the content of the evidence. */
  more?: More<Type>;
}): PopulationType {
  return definePopulation({
    name,
    clause: z.strictObject({ from: z.enum(types), within: Duration }),
    create: clause => ({
      member: {
        name: clause.from,
        schema: more
          ? z.intersection(evidenceTypes[clause.from], more.schema)
          : evidenceTypes[clause.from],
      },
      needs: {
        evidence: [
          { types: [clause.from], key: 'asset', read: 'latest' },
          {
            types: [clause.from, 'collector-heartbeat'],
            key: 'asset',
            read: 'history',
            within: clause.within,
          },
        ],
      },
      find: context =>
        findStates({ name, title, more }, clause as Clause<Type>, context),
    }),
  });
}

function findStates<Type extends EvidenceType>(
  {
    name,
    title,
    more,
  }: {
    name: string;
    title: (of: Evidence<Type>) => string;
    more: More<Type> | undefined;
  },
  { from, within }: Clause<Type>,
  { index, asOf }: PopulationContext,
): Members {
  const latest = new Map(
    index
      .ofType(from)
      .map(item => [`${nameRepository(item)} ${title(item)}`, item]),
  );
  const there = [...latest.values()].filter(item => !isGone(item, index));
  const since = subtractDuration(asOf, within);
  const fresh = there.filter(({ observedAt }) => observedAt > since);
  if (fresh.length === 0) {
    return {
      members: [],
      empty: {
        status: 'not-assessed',
        reason: explainNone(there.at(-1)?.observedAt, name, from, within),
      },
    };
  }
  return {
    members: fresh.map(item => ({
      ...toMember(item, name, title(item)),
      value: { ...item.predicate, ...more?.derive(item) },
    })),
    validUntil: earliest(
      ...fresh.map(({ observedAt }) => addDuration(observedAt, within)),
    ),
  };
}

function explainNone(
  observedAt: Instant | undefined,
  kind: string,
  type: EvidenceType,
  within: Duration,
) {
  return observedAt
    ? reason('evidence-stale', { observedAt, days: countDays(within) })
    : reason('state-not-observed', { kind, type });
}

function toMember(
  item: Evidence,
  kind: string,
  title: string,
): Omit<Member, 'value'> {
  const subject = item.subjects.find(one => one.kind === kind);
  return {
    evidence: [item],
    describes: {
      kind,
      title,
      ...(subject?.uri && { uri: subject.uri }),
      at: item.observedAt,
    },
    ...doubtIncomplete(item),
  };
}

/** Whether a later and complete collection did not find it. */
function isGone(item: Evidence, index: EvidenceIndex): boolean {
  const repository = nameRepository(item);
  return index
    .ofType('collector-heartbeat')
    .some(
      heartbeat =>
        heartbeat.sourceId === item.sourceId &&
        heartbeat.predicate.complete &&
        heartbeat.predicate.startedAt > item.observedAt &&
        nameRepository(heartbeat) === repository,
    );
}

function nameRepository({ subjects }: Evidence): string {
  const repository = subjects.find(({ kind }) => kind === 'repository');
  return repository ? subjectKey(repository) : '';
}
