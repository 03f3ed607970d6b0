import {
  type Check,
  type ControlStatus,
  type Reason,
  reason,
  type Row,
  worstOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type {
  CompiledRequirement,
  Verdicts,
} from '../control/compileRequirement';
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
  const answers = new Map<JudgementName, Check[]>(
    [...asked].map(name => [name, judgements[name](member.evidence, index)]),
  );
  const results = compiled.requirements.map(requirement =>
    resultOf(requirement, answers),
  );
  const status = worstOf(results.map(result => result.status));
  return {
    member: member.describes,
    status,
    reason:
      results.find(result => result.status === status)?.reason ??
      reason('all-checks-passed'),
    checks: [...answers.values()].flat(),
  };
}

function resultOf(
  requirement: CompiledRequirement,
  answers: ReadonlyMap<JudgementName, Check[]>,
): { status: ControlStatus; reason: Reason } {
  const verdicts: Verdicts = {};
  const checks: Check[] = [];
  for (const name of requirement.judgements) {
    const answer = answers.get(name) ?? [];
    verdicts[name] = verdictOf(answer);
    checks.push(...answer);
  }
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
