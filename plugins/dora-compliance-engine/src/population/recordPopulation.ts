import {
  addDuration,
  DrillKind,
  Duration,
  type Evidence,
  type EvidenceType,
  type Instant,
  ManualEvidenceType,
  manualEvidenceTypes,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  definePopulation,
  type Member,
  type Members,
} from '../registry/Population';
import { countDays } from './countDays';
import { findDecision } from './findDecision';
import { listExpiries } from './listExpiries';

/** What was recorded through the API. */
type Recorded = Evidence<ManualEvidenceType>;

const Clause = z.strictObject({
  from: ManualEvidenceType,
  /** Of drills, the kind. */
  kind: DrillKind.optional(),
  within: Duration,
});

/** What members have besides the content of the evidence. */
const Decided = z.object({
  /** Whether another person than the recorder confirmed it. */
  confirmed: z.boolean(),
  /** Whether another person refused it. */
  refused: z.boolean(),
  /**
   * The names of the fields that it has. What a recorder left out is known to be left
   * out, such as an exit plan that does not exist.
   */
  given: z.array(z.string()),
});

/**
 * The latest manual evidence of one type about the asset: of each environment, of each
 * system whose rights were reviewed, of each requirement whose risk was accepted, otherwise the latest of all. What was done longer
 * ago than `within` is stale. The latest counts even if it is worse than one before.
 */
export const recordPopulation = definePopulation({
  name: 'record',
  version: 2,
  clause: Clause,
  create: ({ from, kind, within }) => ({
    member: {
      name: from,
      schema: z.intersection(manualEvidenceTypes[from], Decided),
    },
    needs: {
      evidence: [
        { types: [from, 'evidence-confirmed'], key: 'asset', read: 'history' },
      ],
    },
    find({ index, asOf }): Members {
      const latest = listLatest(index, from, kind);
      const since = subtractDuration(asOf, within);
      if (latest.length === 0) {
        const params = { type: from, ...(kind && { kind }) };
        return {
          members: [],
          empty: {
            status: 'not-assessed',
            reason: reason('evidence-not-recorded', params),
          },
        };
      }
      const days = latest.map(item => ({ observedAt: startOfWork(item) }));
      return {
        members: latest.map(item => toMember(item, { index, since, within })),
        validUntil: earliest(
          ...days
            .filter(({ observedAt }) => observedAt > since)
            .map(({ observedAt }) => addDuration(observedAt, within)),
        ),
        expiries: listExpiries(days, { since, within }),
      };
    },
  }),
});

/** The latest of each thing, such as each environment. */
function listLatest(
  index: EvidenceIndex,
  type: ManualEvidenceType,
  kind: DrillKind | undefined,
): Recorded[] {
  const all = [...index.ofType(type as EvidenceType)] as unknown as Recorded[];
  const latest = new Map<string, Recorded>();
  for (const item of all.sort(compareDays)) {
    const { predicate } = item;
    if (!kind || ('kind' in predicate && predicate.kind === kind)) {
      latest.set(nameThing(item), item);
    }
  }
  return [...latest.values()];
}

/** By the day of the work, then by when it was recorded. */
function compareDays(a: Recorded, b: Recorded): number {
  const key = ({ predicate, observedAt, id }: Recorded) =>
    [predicate.performedOn, observedAt, id].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

function nameThing({ predicate }: Recorded): string {
  if ('environment' in predicate) {
    return predicate.environment;
  }
  if ('control' in predicate) {
    const { control, requirement } = predicate;
    return requirement ? `${control}: ${requirement}` : control;
  }
  return 'system' in predicate ? predicate.system : '';
}

function toMember(
  item: Recorded,
  {
    index,
    since,
    within,
  }: { index: EvidenceIndex; since: Instant; within: Duration },
): Member {
  const { decision, evidence } = findDecision(item, index);
  const observedAt = startOfWork(item);
  return {
    value: {
      ...item.predicate,
      confirmed: decision === 'approved',
      refused: decision === 'rejected',
      given: Object.keys(item.predicate),
    },
    evidence: [item, ...evidence],
    describes: {
      kind: 'record',
      title: nameThing(item) || item.predicate.performedOn,
      at: observedAt,
    },
    ...(observedAt <= since && {
      problem: reason('evidence-stale', {
        observedAt,
        days: countDays(within),
      }),
    }),
  };
}

/** The beginning of the day on which it was done. */
function startOfWork({ predicate }: Recorded): Instant {
  return `${predicate.performedOn}T00:00:00.000Z` as Instant;
}
