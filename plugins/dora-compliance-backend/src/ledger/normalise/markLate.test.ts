import type {
  SourceDocument,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  lateAfter as aDay,
  received,
  statementOn,
} from '../../testing/samples';
import { markLate } from './markLate';

const DAY = 24 * 60;

/** What is read at noon of the third day of what happened at some minutes. */
function readLevels(
  minutes: number[],
  more: Partial<SourceDocument> = {},
  lateAfter = aDay,
) {
  const document = { ...received('{}', 2 * DAY).document, ...more };
  const statements = minutes.map(minute => statementOn('a', minute));
  const levels: [Verification, number][] = markLate(
    document,
    statements,
    lateAfter,
  ).flatMap(part =>
    part.statements.map((one): [Verification, number] => [
      part.verification,
      (Date.parse(one.observedAt) - Date.parse(at(0))) / 60_000,
    ]),
  );
  return levels;
}

describe('what is told long after it happened', () => {
  it('is late after a day, and costs the rest nothing', () => {
    expect(readLevels([0, DAY - 1, DAY, 2 * DAY, 3 * DAY])).toEqual([
      ['authenticated', DAY],
      ['authenticated', 2 * DAY],
      ['authenticated', 3 * DAY],
      ['late', 0],
      ['late', DAY - 1],
    ]);
  });

  it('is late after as long as is configured', () => {
    expect(readLevels([0, 2 * DAY - 60], {}, 60 * 60_000)).toEqual([
      ['authenticated', 2 * DAY - 60],
      ['late', 0],
    ]);
  });

  it.each<[string, Partial<SourceDocument>, Verification]>([
    ['that we read ourselves is not late', { proof: 'read' }, 'authenticated'],
    [
      'that was collected is not late',
      { origin: 'collected' },
      'authenticated',
    ],
    [
      'that nobody proved stays unproven',
      { verification: 'unverified', proof: 'none' },
      'unverified',
    ],
    [
      'that anyone can check stays signed',
      { verification: 'signed' },
      'signed',
    ],
    [
      'that the time of its delivery is proven of is late all the same',
      { proof: 'signed-delivery' },
      'late',
    ],
  ])('%s', (_, more, level) => {
    expect(readLevels([0], more)).toEqual([[level, 0]]);
  });
});
