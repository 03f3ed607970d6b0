import { together } from './together';

const answer = (request: string) => ({ request, status: 200, body: {} });
const whole = { answers: [answer('a')], complete: true };
const broken = (problem: string, retryAfter?: number) => ({
  answers: [answer(problem)],
  complete: false,
  problem,
  ...(retryAfter !== undefined && { retryAfter }),
});

describe('several readings', () => {
  it('are whole when all of them are', () => {
    expect(together()).toEqual({ answers: [], complete: true });
    expect(together(whole, whole)).toEqual({
      answers: [answer('a'), answer('a')],
      complete: true,
    });
  });

  it('say what was not read, each once, and wait for the last', () => {
    expect(
      together(whole, broken('403', 10), broken('403'), broken('404', 20)),
    ).toMatchObject({
      complete: false,
      problem: '403; 404',
      retryAfter: 20,
    });
    expect(
      together(...['1', '2', '3', '4'].map(it => broken(it))).problem,
    ).toBe('1; 2; 3');
    expect(together({ answers: [], complete: false })).toEqual({
      answers: [],
      complete: false,
      problem: 'It was not read completely',
    });
  });
});
