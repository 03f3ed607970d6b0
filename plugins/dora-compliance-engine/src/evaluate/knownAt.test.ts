import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { assertingOver } from '../testing/assess';
import { asset, at, evidence } from '../testing/story';
import { evaluateControl } from './evaluateControl';

const control = compileControl(
  assertingOver(
    { each: 'branch', from: 'branch-protection-observed', within: 'P30D' },
    'member.requiredApprovals > 0',
  ),
);

/** A reading of a branch on a day, which we learned on another. */
const read = (day: number, approvals: number, learned = day) =>
  ({
    ...evidence('branch-protection-observed', at(day * 24 * 60), {
      complete: true,
      branch: 'main',
      protected: true,
      requiredApprovals: approvals,
    }),
    recordedAt: at(learned * 24 * 60),
  } as Evidence);

function tell(all: Evidence[], asOf: number, knownAt?: number) {
  const day = (number: number): Instant => at(number * 24 * 60);
  return evaluateControl(control, {
    asset,
    evidence: all,
    asOf: day(asOf),
    ...(knownAt && { knownAt: day(knownAt) }),
    sourceHeard: true,
    gaps: [],
    people: [],
  }).status;
}

describe('the answer for an instant', () => {
  const all = [read(1, 1), read(5, 0, 9)];

  it('counts what was known then', () => {
    expect(tell(all, 6)).toBe('satisfied');
    expect(tell(all, 9)).toBe('not-satisfied');
  });

  it('counts what is known now, if it is asked so', () => {
    expect(tell(all, 6, 9)).toBe('not-satisfied');
    expect(tell(all, 6, 8)).toBe('satisfied');
  });

  it('never counts what happened later', () => {
    expect(tell(all, 4, 9)).toBe('satisfied');
    expect(tell(all, 0, 9)).toBe('not-assessed');
  });
});
