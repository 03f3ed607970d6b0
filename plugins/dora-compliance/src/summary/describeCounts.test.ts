import { englishTexts } from '../__testUtils__/englishTexts';
import { describeCounts } from './describeCounts';

const none = {
  'not-applicable': 0,
  satisfied: 0,
  'risk-accepted': 0,
  'not-assessed': 0,
  'not-satisfied': 0,
};

it.each([
  [
    { satisfied: 3, 'not-satisfied': 1, 'not-assessed': 2 },
    '3 satisfied, 1 not satisfied, 2 not assessed',
  ],
  [{ 'not-assessed': 2 }, '0 satisfied, 2 not assessed'],
  [
    { satisfied: 1, 'risk-accepted': 1, 'not-applicable': 4 },
    '1 satisfied, 1 with accepted risk, 4 not applicable',
  ],
])('describes %j', (statuses, expected) => {
  expect(describeCounts({ ...none, ...statuses }, englishTexts().t)).toBe(
    expected,
  );
});
