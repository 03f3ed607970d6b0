import {
  type AccountClaim,
  type Evidence,
  identityLabel,
  type IctAsset,
  type Instant,
  isAtLeast,
  isEvidenceOf,
  type Criticality,
  type RiskAcceptance,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest, endOfDay } from '../judgement/calendarDays';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { recordPopulation } from '../population/recordPopulation';
import type { Member } from '../registry/Population';
import { judgeRecord } from './judgeRecord';

/**
 * What accepted risks of an asset are derived from.
 *
 * @public
 */
export type RecordedRisks = {
  asset: IctAsset;
  criticality?: Criticality;
  /** What was recorded about accepted risks, and who confirmed it, in any order. */
  evidence: readonly Evidence[];
  people: readonly AccountClaim[];
  asOf: Instant;
  /** What was recorded until then counts; `asOf` by default. */
  knownAt?: Instant;
};

/** No acceptance lasts longer than a year. */
const recorded = recordPopulation.create({
  each: 'record',
  from: 'risk-accepted',
  within: 'P1Y',
});

/**
 * The accepted risks of an asset that count, from what people recorded. Each was
 * confirmed by another person, and complies with the controls that judge accepted
 * risks, as far as they apply to the asset: a risk counts as accepted exactly if these
 * controls say that it is bounded. The latest record about a requirement counts, so
 * that one that is recorded again counts when it is confirmed.
 *
 * @param judges - the controls that judge accepted risks, see `judgesAcceptances`
 * @public
 */
export function deriveAcceptances(
  input: RecordedRisks,
  judges: readonly CompiledControl[],
): RiskAcceptance[] {
  const { asset, asOf, evidence, people, knownAt } = input;
  const index = new EvidenceIndex(
    evidence.filter(({ verification }) =>
      isAtLeast(verification, 'authenticated'),
    ),
    asOf,
    people,
    knownAt,
  );
  // Whether a source was heard says nothing about what people record.
  const place = { asset, index, asOf, sourceHeard: true };
  return recorded
    .find(place)
    .members.filter(({ problem }) => !problem)
    .flatMap(member => {
      const ends = judges.map(judge =>
        judgeRecord(judge, member, input, index),
      );
      return ends.every(({ isBounded }) => isBounded)
        ? toAcceptance(
            member,
            ends.map(({ changesAt }) => changesAt),
          )
        : [];
    })
    .filter(({ until }) => asOf < until);
}

/** Nothing if nobody else confirmed it. */
function toAcceptance(
  { evidence: [item, decision] }: Member,
  changes: readonly (Instant | undefined)[],
): RiskAcceptance[] {
  if (
    !item ||
    !decision ||
    !isEvidenceOf('risk-accepted', item) ||
    !isEvidenceOf('evidence-confirmed', decision) ||
    decision.predicate.decision !== 'approved'
  ) {
    return [];
  }
  const { control, requirement, justification, recordedBy, until } =
    item.predicate;
  return [
    {
      id: item.id,
      controlId: control,
      ...(requirement !== undefined && { requirement }),
      acceptedBy: identityLabel(recordedBy),
      confirmedBy: identityLabel(decision.predicate.confirmedBy),
      rationale: justification,
      from: decision.observedAt,
      until: earliest(endOfDay(until), ...changes) ?? endOfDay(until),
      recordedAt: decision.recordedAt,
    },
  ];
}
