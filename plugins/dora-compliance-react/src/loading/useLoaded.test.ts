import { act, renderHook } from '@testing-library/react';
import { createLanguageOfApp } from '../__testUtils__/languageOfApp';
import { useLoaded } from './useLoaded';

/** Loads that are answered when the test says so. */
function slowLoads() {
  const answers: Array<{
    resolve: (value: string) => void;
    reject: (error: Error) => void;
  }> = [];
  const load = () =>
    new Promise<string>((resolve, reject) => answers.push({ resolve, reject }));
  return { answers, load };
}

/** Lets time pass in small steps, as effects run only between them. */
async function pass(milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await act(() => jest.advanceTimersByTimeAsync(100));
  }
}

describe('useLoaded', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function setUp(again?: (value: string) => boolean) {
    const { answers, load } = slowLoads();
    const { api: language, wrapper } = createLanguageOfApp();
    const hook = renderHook(({ key }) => useLoaded(key, load, again), {
      initialProps: { key: 'ledger' },
      wrapper,
    });
    const answer = (index: number, value: string) =>
      act(async () => answers[index]!.resolve(value));
    const fail = (index: number, message: string) =>
      act(async () => answers[index]!.reject(new Error(message)));
    return { ...hook, answers, answer, fail, language };
  }

  it('loads again in another language of the app', async () => {
    const { result, answers, answer, language } = setUp();
    await answer(0, 'up to date');
    await act(async () => language.setLanguage('de'));
    expect(answers).toHaveLength(2);
    expect(result.current.value).toBeUndefined();
    await answer(1, 'aktuell');
    expect(result.current.value).toBe('aktuell');
  });

  it('has nothing until the answer is there', async () => {
    const { result, answer } = setUp();
    expect(result.current).toEqual({ reload: expect.any(Function) });
    await answer(0, 'fine');
    expect(result.current.value).toBe('fine');
  });

  it('tells why nothing could be loaded, and loads again when asked', async () => {
    const { result, answer, fail } = setUp();
    await fail(0, 'no route to host');
    expect(result.current.error?.message).toBe('no route to host');
    act(() => result.current.reload());
    await answer(1, 'fine');
    expect(result.current).toMatchObject({ value: 'fine', error: undefined });
  });

  it('keeps what was loaded until the new answer is there', async () => {
    const { result, answer } = setUp();
    await answer(0, 'old');
    act(() => result.current.reload());
    expect(result.current.value).toBe('old');
    await answer(1, 'new');
    expect(result.current.value).toBe('new');
  });

  it('never shows the value of a former key', async () => {
    const { result, rerender, answer } = setUp();
    await answer(0, 'of the ledger');
    rerender({ key: 'gateway' });
    expect(result.current.value).toBeUndefined();
    await answer(1, 'of the gateway');
    expect(result.current.value).toBe('of the gateway');
  });

  it('drops an answer to a former key that comes late', async () => {
    const { result, rerender, answer, fail } = setUp();
    rerender({ key: 'gateway' });
    rerender({ key: 'archive' });
    await answer(2, 'of the archive');
    await answer(0, 'of the ledger');
    await fail(1, 'of the gateway');
    expect(result.current).toMatchObject({
      value: 'of the archive',
      error: undefined,
    });
  });

  it('loads again every few seconds while told to', async () => {
    const { answers, answer } = setUp(value => value === 'pending');
    await answer(0, 'pending');
    await pass(2_900);
    expect(answers).toHaveLength(1);
    await pass(100);
    expect(answers).toHaveLength(2);
    await answer(1, 'pending');
    await pass(3_000);
    expect(answers).toHaveLength(3);
    await answer(2, 'done');
    await pass(60_000);
    expect(answers).toHaveLength(3);
  });

  it('waits for a slow answer instead of asking over and over', async () => {
    const { result, answers, answer } = setUp(value => value === 'pending');
    await answer(0, 'pending');
    await pass(10_000);
    expect(answers).toHaveLength(2);
    await answer(1, 'done');
    expect(result.current.value).toBe('done');
  });

  it('does not load again after it is gone', async () => {
    const { answers, answer, unmount } = setUp(() => true);
    await answer(0, 'pending');
    expect(jest.getTimerCount()).toBe(1);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
    await pass(60_000);
    expect(answers).toHaveLength(1);
  });
});
