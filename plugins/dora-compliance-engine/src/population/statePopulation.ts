import {
  addDuration,
  Duration,
  type Evidence,
  type EvidenceType,
  evidenceTypes,
  type IctAsset,
  type Instant,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { findRepository } from '../lineage/keys';
import {
  definePopulation,
  type Member,
  type Members,
  type PopulationContext,
  type PopulationType,
} from '../registry/Population';
import { countDays } from './countDays';
import { doubtIncomplete } from './doubtIncomplete';

/** A thing that was not read for so long is taken for one that is gone. */
const FORGOTTEN = 'P90D' as Duration;

/** A repository without any of these is nothing unusual. */
const MAY_BE_NONE = ['environment', 'pipeline'];

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
          {
            types: [clause.from, 'collector-heartbeat'],
            key: 'asset',
            read: 'history',
            within: FORGOTTEN,
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
  { asset, index, asOf }: PopulationContext,
): Members {
  const forgotten = subtractDuration(asOf, FORGOTTEN);
  const latest = new Map(
    index
      .ofType(from)
      .map(item => [`${findRepository(item)} ${title(item)}`, item]),
  );
  const isThere = (item: Evidence) =>
    item.observedAt > forgotten && !isGone(item, index);
  const there: Evidence<Type>[] = [...latest.values()].filter(item =>
    isThere(item),
  );
  const since = subtractDuration(asOf, within);
  // The compiler can't compare a list of a generic type of evidence.
  const read = there as readonly unknown[] as readonly Evidence[];
  const unread = listUnread(asset, read, index).map(uri =>
    toUnread(uri, name, { type: from, asOf }),
  );
  const members: Member[] = there.map(item => ({
    ...toMember(item, name, title(item)),
    value: { ...item.predicate, ...more?.derive(item) },
    ...findStale(item, since, within),
  }));
  if (members.length === 0) {
    return { members: [], empty: explainNone({ asset, index, name, from }) };
  }
  return {
    members: [...members, ...unread],
    validUntil: earliest(...there.map(item => findEnd(item, since, within))),
  };
}

/** When a reading becomes stale, or is forgotten. */
function findEnd(
  { observedAt }: Evidence,
  since: Instant,
  within: Duration,
): Instant {
  return addDuration(observedAt, observedAt > since ? within : FORGOTTEN);
}

function findStale(
  { observedAt }: Evidence,
  since: Instant,
  within: Duration,
): Pick<Member, 'problem'> {
  const days = countDays(within);
  return observedAt <= since
    ? { problem: reason('evidence-stale', { observedAt, days }) }
    : {};
}

/**
 * Repositories of the asset of which nothing was read. One that was collected
 * completely may have nothing of the kind.
 */
function listUnread(
  asset: IctAsset,
  read: readonly Evidence[],
  index: EvidenceIndex,
): string[] {
  const found: Evidence[] = [...read, ...listRounds(index)];
  const known = new Set(found.map(findRepository));
  return asset.repositories.filter(
    uri => !known.has(subjectKey({ kind: 'repository', uri })),
  );
}

/** Complete collections. */
function listRounds(index: EvidenceIndex): readonly Evidence[] {
  return index
    .ofType('collector-heartbeat')
    .filter(({ predicate }) => predicate.complete);
}

function toUnread(
  uri: string,
  kind: string,
  { type, asOf }: { type: EvidenceType; asOf: Instant },
): Member {
  return {
    value: {},
    evidence: [],
    describes: { kind, title: uri, uri, at: asOf },
    problem: reason('state-not-observed', { kind, type }),
  };
}

/** Not applicable if all repositories were collected and have nothing of it. */
function explainNone({
  asset,
  index,
  name: kind,
  from: type,
}: {
  asset: IctAsset;
  index: EvidenceIndex;
  name: string;
  from: EvidenceType;
}): NonNullable<Members['empty']> {
  const isCollected =
    asset.linked &&
    MAY_BE_NONE.includes(kind) &&
    listUnread(asset, [], index).length === 0;
  return isCollected
    ? { status: 'not-applicable', reason: reason('none-observed', { kind }) }
    : {
        status: 'not-assessed',
        reason: reason('state-not-observed', { kind, type }),
      };
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
  if (!item.type.endsWith('-observed')) {
    // What happened, such as a run, is not listed by every collection.
    return false;
  }
  const repository = findRepository(item);
  return index
    .ofType('collector-heartbeat')
    .some(
      heartbeat =>
        heartbeat.sourceId === item.sourceId &&
        heartbeat.predicate.complete &&
        heartbeat.predicate.startedAt > item.observedAt &&
        findRepository(heartbeat) === repository,
    );
}
