import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { render, screen } from '@testing-library/react';
import { formatTime } from './formatTime';
import { RelativeTime } from './RelativeTime';

it('is relative, and exact on hover', () => {
  const instant = Instant.parse('2020-03-01T10:00:00.000Z');
  render(<RelativeTime instant={instant} />);
  const time = screen.getByText(/^\d+ years ago$/);
  expect(time).toHaveAttribute('datetime', instant);
  expect(time).toHaveAttribute('title', formatTime(instant));
});
