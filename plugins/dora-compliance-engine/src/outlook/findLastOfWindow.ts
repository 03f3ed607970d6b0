import {
  addDuration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type { EvaluationInput } from '../evaluate/EvaluationInput';
import { evaluateControl } from '../evaluate/evaluateControl';

/**
 * When the last of the members that failed is outside the time window of the
 * population in which it failed: until then it counts, even if nothing like it happens
 * again. A member may comply in one population and fail in another one, so each is
 * assessed alone.
 */
export function findLastOfWindow(
  compiled: CompiledControl,
  input: EvaluationInput,
): Instant | undefined {
  const leaving = compiled.clauses.flatMap(clause => {
    const { window } = clause.population;
    return window
      ? evaluateControl({ ...compiled, clauses: [clause] }, input)
          .rows.filter(({ status }) => status === 'not-satisfied')
          .map(({ member }) => addDuration(member.at, window))
      : [];
  });
  return leaving
    .filter(at => at > input.asOf)
    .sort()
    .at(-1);
}
