import {
  type Day,
  type Evidence,
  type Instant,
  isEvidenceOf,
  isReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  earliest,
  endOfDay,
  hasBegun,
  isOver,
  startOfDay,
  yearAfter,
} from '../calendarDays';
import { judgeExemption } from '../exemption/judgeExemption';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
} from '../../registry/Judgement';
import { reason } from './reasons';
import { de as exemptionDe } from '../exemption/de';
import { en as exemptionEn } from '../exemption/en';
import { remedies as exemptionRemedies } from '../exemption/remedies';
import { joinWords } from '../../registry/joinWords';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

type Observed = Evidence<'asset-record-observed'>;
type Support = Observed['predicate']['support'];

/**
 * Whether an ICT asset is supported, regularly, extended or custom (RTS
 * 2024/1774 Art 4(2)(b)(ix)), a reason for having no end of support holds, or else
 * the risk of keeping it as a legacy system was assessed within twelve months (DORA
 * 8(7)). The day support ends and the day a year after an assessment still count
 * in full.
 */
export const judgeSupport: Judge = (member, index) => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const check = 'supported-or-assessed';
  const { support } = member.predicate;
  const end = lastEnd(support);
  if (end && !isOver(end, index.asOf)) {
    const cause = reason('supported', { end });
    const changesAt = endOfDay(end);
    return [{ check, passed: true, cause, evidence: [member.id], changesAt }];
  }
  const exempt = end ? undefined : judgeExempt(member, index);
  if (exempt?.passed) {
    return [{ check, ...exempt }];
  }
  const assessed = judgeAssessed(member, end, index.asOf);
  const changesAt = earliest(exempt?.changesAt, assessed.changesAt);
  const answer = assessed.passed ? assessed : exempt ?? assessed;
  return [{ check, ...answer, changesAt }];
};

/** Undefined if no reason is given for having no end of support. */
function judgeExempt(member: Observed, index: EvidenceIndex) {
  const { notApplicable: why = '', until } = member.predicate.support ?? {};
  if (!isReason(why)) {
    return undefined;
  }
  const answer = judgeExemption(
    { lacks: 'end-of-support', why, until },
    member,
    index,
  );
  if (!('holds' in answer)) {
    return answer;
  }
  const { until: ends, evidence, changesAt } = answer;
  const cause = reason('support-not-applicable', { why, until: ends });
  return { passed: true, cause, evidence, changesAt };
}

/** Whether the risk of keeping it as a legacy system was assessed. */
function judgeAssessed(member: Observed, end: Day | undefined, asOf: Instant) {
  const { legacyAssessment: assessed } = member.predicate;
  const evidence = [member.id];
  const isAhead = assessed !== undefined && !hasBegun(assessed, asOf);
  const due = assessed && yearAfter(assessed);
  if (assessed && due && !isAhead && !isOver(due, asOf)) {
    const cause = reason('legacy-assessed', { assessed, due });
    return { passed: true, cause, evidence, changesAt: endOfDay(due) };
  }
  const ended = { end: end ?? '', ...(assessed && { assessed }) };
  return {
    passed: end ? false : null,
    cause: end ? reason('support-ended', ended) : reason('support-unknown'),
    evidence,
    changesAt: isAhead ? startOfDay(assessed) : undefined,
  };
}

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
  needs: {
    evidence: [{ types: ['review-completed'], key: 'asset', read: 'latest' }],
  },
  remedies: { ...remedies, ...exemptionRemedies },
  words: {
    en: joinWords(en, exemptionEn),
    de: joinWords(de, exemptionDe),
  },
  judge: judgeEvidence(judgeSupport),
};
