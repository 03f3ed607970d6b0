import {
  type Check,
  type ControlStatus,
  type Reason,
  reason,
  type Row,
  worstOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  CompiledRequirement,
  Verdicts,
} from '../control/compileControl';
import {
  type JudgementName,
  judgements,
  verdictOf,
} from '../judgement/judgements';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from './membersOf';

/** Puts all requirements of a control to one member. */
export function assessMember(
  compiled: CompiledControl,
  member: Member,
  index: EvidenceIndex,
): Row {
  const asked = new Set(
    compiled.requirements.flatMap(requirement => requirement.judgements),
  );
  const verdicts: Verdicts = {};
  const checks: Check[] = [];
  for (const name of asked) {
    const answers = judgements[name](member.evidence, index);
    verdicts[name as JudgementName] = verdictOf(answers);
    checks.push(...answers);
  }
  const results = compiled.requirements.map(requirement =>
    resultOf(requirement, verdicts, checks),
  );
  const status = worstOf(results.map(result => result.status));
  return {
    member: member.describes,
    status,
    reason:
      results.find(result => result.status === status)?.reason ??
      reason('all-checks-passed'),
    checks,
  };
}

function resultOf(
  requirement: CompiledRequirement,
  verdicts: Verdicts,
  checks: readonly Check[],
): { status: ControlStatus; reason: Reason } {
  const result = requirement.evaluate(verdicts);
  if (result === true) {
    return { status: 'satisfied', reason: reason('all-checks-passed') };
  }
  if (result !== false && result !== null) {
    const { id } = requirement;
    return {
      status: 'not-assessed',
      reason: reason('assertion-error', { id, detail: result.broken }),
    };
  }
  const cause = checks.find(({ passed }) => passed === result)?.cause;
  return {
    status: result === false ? 'not-satisfied' : 'not-assessed',
    reason: cause ?? reason('assertion-false', { id: requirement.id }),
  };
}
