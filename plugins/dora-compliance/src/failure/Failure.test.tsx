import { ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure } from '../__testUtils__/fault';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { Failure } from './Failure';

const response = (status: number, code?: string) =>
  ResponseError.fromResponse(
    failure(status, { name: 'Error', message: 'So it is.', code }),
  );

async function show(error: Error) {
  const onRetry = jest.fn();
  renderWithTexts(<Failure what="inventory" error={error} onRetry={onRetry} />);
  const retry = screen.queryByRole('button', { name: 'Try again' });
  return { onRetry, retry };
}

describe('Failure', () => {
  it('says in our words that the backend is out of reach', async () => {
    const { retry, onRetry } = await show(new TypeError('Failed to fetch'));
    expect(
      screen.getByText('The ICT inventory could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText(/could not be reached/)).toBeInTheDocument();
    expect(screen.queryByText(/fetch/)).toBeNull();
    await userEvent.click(retry!);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it.each([
    [404, 'asset-unknown', 'Not in the inventory'],
    [404, 'control-unknown', 'Unknown control'],
    [403, undefined, 'No permission'],
  ])('offers no retry after %s %s', async (status, code, title) => {
    const { retry } = await show(await response(status, code));
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(retry).toBeNull();
  });

  it.each([
    [404, 'asset-pending'],
    [404, undefined],
    [500, undefined],
  ])('offers a retry after %s %s', async (status, code) => {
    const { retry } = await show(await response(status, code));
    expect(retry).toBeInTheDocument();
  });

  it('does not take a backend that has no routes yet for a missing asset', async () => {
    await show(await response(404));
    expect(
      screen.getByText('The ICT inventory could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Not in the inventory')).toBeNull();
  });
});
