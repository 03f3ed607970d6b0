import type {
  Control,
  Evidence,
  Instant,
  Outlook,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import type { EvaluationInput } from '../evaluate/EvaluationInput';
import { foresee } from '../outlook/foresee';
import { asset } from './story';

/** How the finding of a control ends, and how many evaluations that took. */
export function foreseen(
  control: Control,
  evidence: readonly Evidence[],
  asOf: Instant,
  more: Partial<EvaluationInput> = {},
): { outlook: Outlook; pauses: number } {
  const steps = foresee(compileControl(control), {
    asset,
    evidence,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
    ...more,
  });
  let pauses = 0;
  let step = steps.next();
  while (!step.done) {
    pauses += 1;
    step = steps.next();
  }
  return { outlook: step.value, pauses };
}
