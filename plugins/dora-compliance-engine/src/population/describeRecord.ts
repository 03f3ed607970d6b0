import {
  Day,
  Duration,
  type Evidence,
  type IctAsset,
  type Instant,
  type ManualEvidenceType,
  RecoveryObjective,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { hasBegun, startOfDay } from '../judgement/calendarDays';

const DAY = 24 * 60 * 60 * 1000;

const Described = z.object({
  /** Whether another person than the recorder confirmed it. */
  confirmed: z.boolean(),
  /** Whether another person refused it. */
  refused: z.boolean(),
  /**
   * The names of the fields that it has. What a recorder left out is known to be left
   * out, such as an exit plan that does not exist.
   */
  given: z.array(z.string()),
  /**
   * How long before the last major change that the asset declares it was done; zero if
   * it was done after it, or if none is declared. Absent if that can't be read.
   */
  beforeMajorChange: RecoveryObjective.or(Duration).optional(),
});

const DescribedProvider = z.object({
  /** The clauses that the contract lacks, by their points in DORA 30(2) and 30(3). */
  missingClauses: z.array(z.string()),
  /** The day on which the exit was tried out last; empty if it never was. */
  exitTests: z.array(Day),
});

/** What members of a type have besides the content of the evidence. */
export function describeType(type: ManualEvidenceType): z.ZodType {
  return type === 'provider-assessed'
    ? z.intersection(Described, DescribedProvider)
    : Described;
}

/** The same of one piece of evidence. */
export function describeRecord(
  { predicate, observedAt }: Evidence<ManualEvidenceType>,
  {
    decision,
    asset,
    asOf,
  }: {
    decision: 'approved' | 'rejected' | undefined;
    asset: IctAsset;
    asOf: Instant;
  },
): z.output<typeof Described> & Partial<z.output<typeof DescribedProvider>> {
  const before = findTimeBefore(predicate.performedOn, asset, asOf);
  return {
    confirmed: decision === 'approved',
    refused: decision === 'rejected',
    given: Object.keys(predicate),
    ...(before && { beforeMajorChange: before }),
    ...('clauses' in predicate && {
      missingClauses: [
        ...listMissing('30(2)', predicate.clauses),
        ...listMissing('30(3)', predicate.clausesForCritical ?? {}),
      ],
      exitTests: [predicate.exitTestedOn ?? []]
        .flat()
        // Nobody tried it who only meant to when recording this.
        .filter(day => hasBegun(day, observedAt)),
    }),
  };
}

function listMissing(
  paragraph: string,
  clauses: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(clauses)
    .filter(([, state]) => state === 'missing')
    .map(([point]) => `${paragraph}(${point})`);
}

function findTimeBefore(
  performedOn: Day,
  { declared, problems }: IctAsset,
  asOf: Instant,
): Duration | undefined {
  const { lastMajorChange } = declared;
  if (problems.some(({ field }) => field.includes('lastMajorChange'))) {
    return undefined;
  }
  const isAfter =
    !lastMajorChange ||
    !hasBegun(lastMajorChange, asOf) ||
    performedOn >= lastMajorChange;
  const ms = isAfter
    ? 0
    : Date.parse(startOfDay(lastMajorChange)) -
      Date.parse(startOfDay(performedOn));
  return `P${ms / DAY}D` as Duration;
}
