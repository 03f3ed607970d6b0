import {
  type Evidence,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { listIds } from '../judgement/listIds';
import type { TimedCheck } from '../registry/Judgement';
import type { ChainStep, ChainStepName } from './Chain';

/** A step as its checks answer: the worst of them counts. */
export function describeChecks(
  step: ChainStepName,
  of: { checks: readonly TimedCheck[]; items: ChainStep['items'] },
): ChainStep {
  const { checks, items } = of;
  const worst =
    checks.find(({ passed }) => passed === false) ??
    checks.find(({ passed }) => passed === null);
  const inOrder = worst
    ? [worst, ...checks.filter(one => one !== worst)]
    : checks;
  return {
    step,
    state: nameState(worst),
    ...(worst && { why: worst.cause }),
    items,
    evidence: [...new Set(inOrder.flatMap(({ evidence }) => evidence))],
  };
}

function nameState(worst: TimedCheck | undefined): ChainStep['state'] {
  if (!worst) {
    return 'known';
  }
  return worst.passed === false ? 'failed' : 'missing';
}

/** A step of a deployment whose commit no source reports. */
export function describeMissing(
  step: ChainStepName,
  reports: readonly Evidence[],
): ChainStep {
  return {
    step,
    state: 'missing',
    why: reason('commit-unknown'),
    items: [],
    evidence: listIds(reports),
  };
}
