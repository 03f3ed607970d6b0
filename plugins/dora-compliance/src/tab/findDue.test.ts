import {
  type ControlResultView,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { approval } from '../__testUtils__/ledgerViews';
import { findDueControls, isReviewDue } from './findDue';

const now = toInstant(new Date('2026-03-01T00:00:00.000Z'));

const result = (
  code: string,
  status: ControlResultView['status'],
  validUntil: string | undefined,
): ControlResultView => ({
  ...approval,
  control: { ...approval.control, code },
  status,
  ...(validUntil && { validUntil: toInstant(new Date(validUntil)) }),
});

it('finds what may become worse within 30 days, soonest first', () => {
  const due = findDueControls(
    [
      result('A', 'satisfied', '2026-03-20T00:00:00.000Z'),
      result('B', 'risk-accepted', '2026-03-10T00:00:00.000Z'),
      result('C', 'satisfied', '2026-03-31T00:00:00.000Z'),
      result('D', 'satisfied', '2026-03-31T00:00:00.001Z'),
      result('E', 'satisfied', undefined),
      result('F', 'not-satisfied', '2026-03-02T00:00:00.000Z'),
      result('G', 'not-assessed', '2026-03-02T00:00:00.000Z'),
      result('H', 'satisfied', '2026-02-01T00:00:00.000Z'),
    ],
    now,
  );
  expect(due.map(one => one.result.control.code)).toEqual(['H', 'B', 'A', 'C']);
});

it.each([
  [{ state: 'never' as const }, true],
  [{ state: 'overdue' as const, dueOn: '2026-02-01' }, true],
  [{ state: 'due' as const, dueOn: '2026-03-31' }, true],
  [{ state: 'due' as const, dueOn: '2026-04-01' }, false],
])('says of %j whether a review is due: %s', (review, expected) => {
  expect(isReviewDue(review, now)).toBe(expected);
});
