import { type ReviewState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { renderWithClient } from '../__testUtils__/renderWithClient';
import { useReviewDue } from './useReviewDue';

function Due({ review }: { review: ReviewState }) {
  return <>{useReviewDue()(review)}</>;
}

it.each<[ReviewState, string]>([
  [{ state: 'due', dueOn: '2027-05-02' }, 'due May 2, 2027'],
  [{ state: 'overdue', dueOn: '2026-02-11' }, 'since Feb 11, 2026'],
  [{ state: 'never' }, ''],
])('describes %j', (review, words) => {
  const { container } = renderWithClient(<Due review={review} />);
  expect(container).toHaveTextContent(words);
  expect(container.textContent).toBe(words);
});
