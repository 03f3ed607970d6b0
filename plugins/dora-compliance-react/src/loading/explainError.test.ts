import { ResponseError } from '@backstage/errors';
import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { englishTexts } from '../__testUtils__/textApis';
import { explainError } from './explainError';

const explain = (error: Error) => explainError(error, englishTexts());

const answered = async (status: number, body: string, type: string) =>
  ResponseError.fromResponse(
    new Response(body, { status, headers: { 'content-type': type } }),
  );

describe('explainError', () => {
  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'fetch failed',
  ])('says in our words that there was no response: %s', message => {
    expect(explain(new TypeError(message))).toBe(
      'The backend could not be reached. Check your network connection, and try again.',
    );
  });

  it('keeps the words of the backend', async () => {
    const body = {
      error: { name: 'NotFoundError', message: 'No such asset.' },
      response: { statusCode: 404 },
    };
    const error = await answered(404, JSON.stringify(body), 'application/json');
    expect(explain(error)).toBe('No such asset.');
  });

  it('shows no page of a proxy', async () => {
    const error = await answered(502, '<html>nginx</html>', 'text/html');
    expect(explain(error)).toBe(
      'The backend is not available (HTTP status 502). Try again in a few minutes.',
    );
  });

  it('shows no list of schema errors', () => {
    const { error } = Instant.safeParse('yesterday');
    expect(explain(error!)).toMatch(/^The response of the backend has/);
  });

  it('shows any other error as it is', () => {
    expect(explain(new Error('The disk is full'))).toBe('The disk is full');
  });
});
