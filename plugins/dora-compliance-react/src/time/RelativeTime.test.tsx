import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithClient } from '../__testUtils__/renderWithClient';
import { englishTexts } from '../__testUtils__/textApis';
import { createTimeFormat } from './createTimeFormat';
import { RelativeTime } from './RelativeTime';

const instant = Instant.parse('2020-03-01T10:00:00.000Z');
const exact = createTimeFormat(englishTexts()).formatTime(instant);

it('is relative, and exact on hover', () => {
  renderWithClient(<RelativeTime instant={instant} />);
  const time = screen.getByText(/^\d+ years ago$/);
  expect(time).toHaveAttribute('datetime', instant);
  expect(time).toHaveAttribute('title', exact);
});

it('shows the exact time next to it when it is pressed', async () => {
  renderWithClient(<RelativeTime instant={instant} />);
  const button = screen.getByRole('button');
  await userEvent.click(button);
  expect(button).toHaveTextContent(exact);
  await userEvent.click(button);
  expect(button).not.toHaveTextContent(exact);
});

it('shows the exact time to readers who use the keyboard', async () => {
  renderWithClient(<RelativeTime instant={instant} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button')).toHaveTextContent(exact);
});

it('is no button within another one', () => {
  renderWithClient(<RelativeTime instant={instant} isStatic />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText(/years ago/)).toHaveAttribute('title', exact);
});
