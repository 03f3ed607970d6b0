import {
  type Day,
  isEvidenceOf,
  type Predicate,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  endOfDay,
  hasBegun,
  isOver,
  startOfDay,
  yearAfter,
} from '../calendarDays';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
} from '../../registry/Judgement';

type Support = Predicate<'asset-record-observed'>['support'];

/**
 * Whether an ICT asset is supported, regularly, extended or custom (RTS
 * 2024/1774 Art 4(2)(b)(ix)), or else the risk of keeping it as a legacy
 * system was assessed within twelve months (DORA 8(7)). The day support ends
 * and the day a year after an assessment still count in full.
 */
export const judgeSupport: Judge = (member, { asOf }) => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const check = 'supported-or-assessed';
  const evidence = [member.id];
  const { support, legacyAssessment: assessed } = member.predicate;
  const end = lastEnd(support);
  if (end && !isOver(end, asOf)) {
    const cause = reason('supported', { end });
    const changesAt = endOfDay(end);
    return [{ check, passed: true, cause, evidence, changesAt }];
  }
  if (!end && support?.notApplicable) {
    const cause = reason('support-not-applicable', {
      why: support.notApplicable,
    });
    return [{ check, passed: true, cause, evidence }];
  }
  const isAhead = assessed !== undefined && !hasBegun(assessed, asOf);
  const due = assessed && yearAfter(assessed);
  if (assessed && due && !isAhead && !isOver(due, asOf)) {
    const cause = reason('legacy-assessed', { assessed, due });
    const changesAt = endOfDay(due);
    return [{ check, passed: true, cause, evidence, changesAt }];
  }
  const ended = { end: end ?? '', ...(assessed && { assessed }) };
  return [
    {
      check,
      passed: end ? false : null,
      cause: end ? reason('support-ended', ended) : reason('support-unknown'),
      evidence,
      ...(isAhead && { changesAt: startOfDay(assessed) }),
    },
  ];
};

/** Any running support is support: the latest of the declared ends. */
function lastEnd(support: Support): Day | undefined {
  return [support?.regularEnd, support?.extendedEnd, support?.customEnd]
    .flatMap(day => day ?? [])
    .sort()
    .at(-1);
}

/** `asset.support` in assertions. */
export const support: Judgement = {
  name: 'asset.support',
  member: 'asset-record-observed',
  needs: { evidence: [] },
  judge: judgeEvidence(judgeSupport),
};
