import {
  addDuration,
  type Duration,
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  reason,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { findRepository } from '../lineage/keys';
import type {
  Member,
  Members,
  PopulationContext,
} from '../registry/Population';
import { countDays } from './countDays';
import { doubtIncomplete } from './doubtIncomplete';
import type { Gone } from './goneBranches';
import { isGone } from './isGone';
import { listExpiries } from './listExpiries';

/** A thing that was not read for so long is taken for one that is gone. */
export const FORGOTTEN = 'P90D' as Duration;

/** A repository without any of these is nothing unusual. */
const MAY_BE_NONE = ['environment', 'pipeline'];

/** Values that are computed from the content of evidence. */
export type More<Type extends EvidenceType> = {
  schema: z.ZodObject;
  derive: (evidence: Evidence<Type>) => object;
};

export type StateClause<Type extends EvidenceType> = {
  from: Type;
  within: Duration;
  goneWithin?: Duration | undefined;
};

/** How things that are no longer there are found. */
export type Ends = {
  /** What tells that a thing is gone. */
  types: readonly EvidenceType[];
  list: (
    items: readonly Evidence[],
    options: { index: EvidenceIndex; asOf: Instant; within: Duration },
  ) => Gone[];
};

/** The things that are there, and those that are gone and still count. */
export function findStates<Type extends EvidenceType>(
  {
    name,
    title,
    more,
    ends,
  }: {
    name: string;
    title: (of: Evidence<Type>) => string;
    more: More<Type> | undefined;
    ends: Ends | undefined;
  },
  { from, within, goneWithin }: StateClause<Type>,
  { asset, index, asOf }: PopulationContext,
): Members {
  const { there, missing } = listLatest({ from, title }, index, asOf);
  const since = subtractDuration(asOf, within);
  const gone = goneWithin
    ? ends?.list(missing, { index, asOf, within: goneWithin }) ?? []
    : [];
  // If all that is known is gone, a complete collection does not show that there
  // is nothing else.
  const isShown =
    MAY_BE_NONE.includes(name) && (there.length > 0 || gone.length === 0);
  const rounds = isShown ? listRounds(index, since) : [];
  const unread = listUnread(asset, asEvidence(there), rounds).map(uri =>
    toUnread(uri, name, { type: from, asOf }),
  );
  const without = findEmpty(asEvidence(there), rounds);
  const empty = without.map(item => findEnd(item, since, within));
  const readings = [...asEvidence(there), ...without];
  const expiries = listExpiries(readings, { since, within });
  const members: Member[] = there.map(item => ({
    ...toMember(item, name, title(item)),
    value: { ...item.predicate, ...more?.derive(item) },
    ...findStale(item, since, within),
  }));
  if (members.length + gone.length === 0) {
    return {
      members: [],
      empty: explainNone({ asset, rounds, name, from }),
      validUntil: earliest(...empty),
      expiries,
    };
  }
  return {
    members: [
      ...members,
      ...unread,
      ...gone.map(one => toGone(one, name, title)),
    ],
    validUntil: earliest(
      ...there.map(item => findEnd(item, since, within)),
      ...empty,
      ...gone.map(({ until }) => until),
    ),
    expiries,
  };
}

/** The latest reading of each thing: of those that are there, and of the others. */
function listLatest<Type extends EvidenceType>(
  { from, title }: { from: Type; title: (of: Evidence<Type>) => string },
  index: EvidenceIndex,
  asOf: Instant,
): { there: Evidence<Type>[]; missing: readonly Evidence[] } {
  const forgotten = subtractDuration(asOf, FORGOTTEN);
  const latest = new Map(
    index
      .ofType(from)
      .map(item => [JSON.stringify([findRepository(item), title(item)]), item]),
  );
  const isThere = (item: Evidence) =>
    item.observedAt > forgotten && !isGone(item, index);
  const all: Evidence<Type>[] = [...latest.values()];
  return {
    there: all.filter(item => isThere(item)),
    missing: asEvidence(all.filter(item => !isThere(item))),
  };
}

/** The compiler can't compare a list of a generic type of evidence. */
function asEvidence(items: readonly unknown[]): readonly Evidence[] {
  return items as readonly Evidence[];
}

function toGone<Type extends EvidenceType>(
  { item, goneAt, doubt }: Gone,
  kind: string,
  title: (of: Evidence<Type>) => string,
): Member {
  const { doubt: incomplete, ...member } = toMember(
    item,
    kind,
    title(item as Evidence as Evidence<Type>),
  );
  const doubts = doubt ?? incomplete;
  return {
    ...member,
    value: { ...item.predicate, goneAt },
    ...(doubts && { doubt: doubts }),
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
  rounds: readonly Evidence[],
): string[] {
  const known = new Set([...read, ...rounds].map(findRepository));
  return asset.repositories.filter(
    uri => !known.has(subjectKey({ kind: 'repository', uri })),
  );
}

/** Complete collections that are new enough to say what is there now. */
function listRounds(index: EvidenceIndex, since: Instant): readonly Evidence[] {
  return asEvidence(
    index
      .ofType('collector-heartbeat')
      .filter(
        ({ observedAt, predicate }) => predicate.complete && observedAt > since,
      ),
  );
}

/** The last collection of each repository in which nothing was found. */
function findEmpty(
  there: readonly Evidence[],
  rounds: readonly Evidence[],
): readonly Evidence[] {
  const found = new Set(there.map(findRepository));
  const latest = new Map(rounds.map(one => [findRepository(one), one]));
  return [...latest.values()].filter(one => !found.has(findRepository(one)));
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
  rounds,
  name: kind,
  from: type,
}: {
  asset: IctAsset;
  rounds: readonly Evidence[];
  name: string;
  from: EvidenceType;
}): NonNullable<Members['empty']> {
  const isCollected =
    asset.linked &&
    MAY_BE_NONE.includes(kind) &&
    listUnread(asset, [], rounds).length === 0;
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
