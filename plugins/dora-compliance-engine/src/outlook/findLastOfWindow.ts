import {
  addDuration,
  type Assessment,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { AssetEvidence } from '../evaluate/AssetEvidence';
import type { EvaluationInput } from '../evaluate/EvaluationInput';
import { identifyMember } from './hasEnded';

/**
 * When the last of the members that failed is outside the time window of its
 * population: until then it counts, even if nothing like it happens again.
 */
export function findLastOfWindow(
  { clauses, control, needs }: CompiledControl,
  input: EvaluationInput,
  { rows }: Assessment,
): Instant | undefined {
  const failed = new Map(
    rows
      .filter(({ status }) => status === 'not-satisfied')
      .map(({ member }) => [identifyMember(member), member.at]),
  );
  if (
    failed.size === 0 ||
    !clauses.some(({ population }) => population.window)
  ) {
    return undefined;
  }
  const level = control.evidence?.verification ?? 'unverified';
  const { asset, asOf, sourceHeard } = input;
  const index = new AssetEvidence(input).index(needs, level);
  const leaving = clauses.flatMap(({ population }) => {
    const { window } = population;
    return window
      ? population
          .find({ asset, asOf, index, sourceHeard })
          .members.map(({ describes }) => failed.get(identifyMember(describes)))
          .filter(at => at !== undefined)
          .map(at => addDuration(at, window))
      : [];
  });
  return leaving
    .filter(at => at > asOf)
    .sort()
    .at(-1);
}
