import {
  addDuration,
  DrillKind,
  Duration,
  type IctAsset,
  type Instant,
  ManualEvidenceType,
  manualEvidenceTypes,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest, startOfDay } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  definePopulation,
  type Member,
  type Members,
} from '../registry/Population';
import { countDays } from './countDays';
import { describeRecord, describeType } from './describeRecord';
import { findDecision } from './findDecision';
import { listExpiries } from './listExpiries';
import {
  listLatestRecords,
  nameThing,
  type Recorded,
} from './listLatestRecords';
import { listRollbacks } from './listRollbacks';

const Clause = z.strictObject({
  from: ManualEvidenceType,
  /** Of drills, the kind. */
  kind: DrillKind.optional(),
  /** A real rollback of production shows the same as a drill that succeeded. */
  orBy: z.literal('service-rolled-back').optional(),
  within: Duration,
});

/**
 * The latest manual evidence of one type about the asset: of each environment, of each
 * system whose rights were reviewed, of each requirement whose risk was accepted,
 * otherwise the latest of all. What was done longer ago than `within` is stale. The
 * latest counts even if it is worse than one before.
 */
export const recordPopulation = definePopulation({
  name: 'record',
  version: 3,
  clause: Clause,
  create: ({ from, kind, orBy, within }) => ({
    member: {
      name: from,
      schema: z.intersection(manualEvidenceTypes[from], describeType(from)),
    },
    needs: {
      evidence: [
        {
          types: [from, 'evidence-confirmed', ...(orBy ? [orBy] : [])],
          key: 'asset',
          read: 'history',
        },
      ],
      // Somebody who answers for a machine does not confirm what it recorded.
      people: true,
    },
    find({ asset, index, asOf }): Members {
      const since = subtractDuration(asOf, within);
      const members = [
        ...listLatestRecords({ from, kind }, index, asOf).map(item =>
          toMember(item, { asset, index, asOf }),
        ),
        ...(orBy ? listRollbacks(index) : []),
      ];
      const current = orBy ? members.sort(compareTimes).slice(-1) : members;
      if (current.length === 0) {
        return { members: [], empty: explainNone(from, kind) };
      }
      const days = current.map(one => ({ observedAt: one.describes.at }));
      return {
        members: current.map(one => ({
          ...one,
          ...findStale(one, since, within),
        })),
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

function compareTimes(a: Member, b: Member): number {
  return a.describes.at < b.describes.at ? -1 : 1;
}

function toMember(
  item: Recorded,
  {
    asset,
    index,
    asOf,
  }: { asset: IctAsset; index: EvidenceIndex; asOf: Instant },
): Member {
  const { decision, evidence } = findDecision(item, index);
  return {
    value: {
      ...item.predicate,
      ...describeRecord(item, { decision, asset, asOf }),
    },
    evidence: [item, ...evidence],
    describes: {
      kind: 'record',
      title: nameThing(item) || item.predicate.performedOn,
      at: startOfDay(item.predicate.performedOn),
    },
  };
}

function findStale(
  { describes: { at } }: Member,
  since: Instant,
  within: Duration,
): Pick<Member, 'problem'> {
  return at <= since
    ? {
        problem: reason('evidence-stale', {
          observedAt: at,
          days: countDays(within),
        }),
      }
    : {};
}

/**
 * Risks are accepted here by recording it, so none is accepted if none was recorded.
 * Nothing is known of what can be done elsewhere.
 */
function explainNone(
  type: ManualEvidenceType,
  kind: DrillKind | undefined,
): NonNullable<Members['empty']> {
  return type === 'risk-accepted'
    ? { status: 'not-applicable', reason: reason('no-risk-accepted') }
    : {
        status: 'not-assessed',
        reason: reason('evidence-not-recorded', {
          type,
          ...(kind && { kind }),
        }),
      };
}
