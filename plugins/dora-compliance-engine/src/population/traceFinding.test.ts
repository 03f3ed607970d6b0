import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, evidence, person } from '../testing/story';
import { traceFinding } from './traceFinding';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);

const report = (
  number: number,
  more: Partial<Predicate<'security-finding-changed'>> = {},
) =>
  evidence('security-finding-changed', day(number), {
    tool: { name: 'trivy' },
    kind: 'dependency',
    finding: { id: '1', rule: 'CVE-2026-1' },
    severity: 'high',
    state: 'open',
    changedAt: day(number),
    ...more,
  });
const fixed = (number: number) => report(number, { state: 'fixed' });
const opened = (number: number, openedAt: number) =>
  report(number, { openedAt: day(openedAt) });

describe('a finding was opened', () => {
  it.each<[string, ReturnType<typeof report>[], number | undefined]>([
    ['when its report says', [opened(5, 3)], 3],
    [
      'at the earliest time of several, in any order',
      [opened(5, 3), opened(6, 2), opened(7, 4)],
      2,
    ],
    ['when it was first reported, if that is earlier', [opened(5, 9)], 5],
    ['when it was first reported, at the same time', [opened(5, 5)], 5],
    ['at a time that nobody knows', [report(5)], undefined],
    [
      'again when it was reported after a fix, whatever was said of the time before',
      [opened(1, 1), fixed(3), opened(5, 1)],
      5,
    ],
    [
      'again when its report says, if that is after the fix',
      [opened(1, 1), fixed(3), opened(5, 4)],
      4,
    ],
    [
      'again when it was reported, not when it was fixed',
      [opened(1, 1), fixed(3), opened(5, 3)],
      5,
    ],
    [
      'again when it was reported, if nobody says when',
      [opened(1, 1), fixed(3), report(5)],
      5,
    ],
    [
      'at first, if only a person said that it was fixed',
      [
        opened(1, 1),
        report(3, { state: 'fixed', changedBy: person('marco') }),
        opened(5, 5),
      ],
      1,
    ],
  ])('%s', (_, all, expected) => {
    expect(traceFinding(all).openedAt).toBe(
      expected === undefined ? undefined : day(expected),
    );
  });
});

it('the fix that ends a finding is one of its reports', () => {
  const all = [opened(1, 1), fixed(3)];
  expect(traceFinding(all)).toEqual({
    latest: all[1],
    reports: all,
    openedAt: day(1),
  });
});
