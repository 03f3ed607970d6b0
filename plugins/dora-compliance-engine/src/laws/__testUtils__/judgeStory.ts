import {
  type Assessment,
  type ControlStatus,
  type Evidence,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../../control/compileControl';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { asset } from '../../testing/story';
import { lookingBack } from './tellStory';

export function judgeStory(
  control: CompiledControl,
  evidence: readonly Evidence[],
  asOf: Instant = lookingBack,
): Assessment {
  return evaluateControl(control, {
    asset,
    evidence,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
  });
}

/** Statuses that say that nothing has to be done. */
export function isGood(status: ControlStatus | undefined): boolean {
  return status === 'satisfied' || status === 'not-applicable';
}

/** The deployments that an assessment calls satisfied, by their address. */
export function listGood({ rows }: Assessment): string[] {
  return rows
    .filter(({ status }) => isGood(status))
    .map(({ member }) => String(member.uri));
}

/**
 * Rows that are good and were not before. Whoever withholds the proof of
 * a finding makes it unknown, so a status may change from not satisfied to not
 * assessed, but never to a good one.
 */
export function findBetter(
  before: Assessment,
  after: Assessment,
  isSameOverall = true,
): string[] {
  const good = new Set(listGood(before));
  const known = new Set(before.rows.map(({ member }) => String(member.uri)));
  return [
    ...listGood(after).filter(uri => known.has(uri) && !good.has(uri)),
    ...(isSameOverall && isGood(after.status) && !isGood(before.status)
      ? [`${before.status} -> ${after.status}`]
      : []),
  ];
}
