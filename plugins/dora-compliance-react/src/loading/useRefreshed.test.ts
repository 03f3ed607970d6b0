import { act, renderHook } from '@testing-library/react';
import { createLanguageOfApp } from '../__testUtils__/languageOfApp';
import { useRefreshed } from './useRefreshed';

describe('useRefreshed', () => {
  function setUp() {
    const answers = new Map<
      string,
      { resolve: (value: string) => void; reject: (error: Error) => void }
    >();
    const hook = renderHook(
      ({ key }) =>
        useRefreshed(
          key,
          () =>
            new Promise<string>((resolve, reject) =>
              answers.set(key, { resolve, reject }),
            ),
        ),
      {
        initialProps: { key: 'first' },
        wrapper: createLanguageOfApp().wrapper,
      },
    );
    const answer = (key: string) =>
      act(async () => answers.get(key)!.resolve(`page ${key}`));
    const fail = (key: string) =>
      act(async () => answers.get(key)!.reject(new Error('gone')));
    return { ...hook, answer, fail };
  }

  it('keeps the former page, marked as stale, until the next is there', async () => {
    const { result, rerender, answer } = setUp();
    expect(result.current).toMatchObject({ value: undefined, isStale: false });
    await answer('first');
    rerender({ key: 'second' });
    expect(result.current).toMatchObject({
      value: 'page first',
      isStale: true,
    });
    await answer('second');
    expect(result.current).toMatchObject({
      value: 'page second',
      isStale: false,
    });
  });

  it('shows no former page in place of an error', async () => {
    const { result, rerender, answer, fail } = setUp();
    await answer('first');
    rerender({ key: 'second' });
    await fail('second');
    expect(result.current.value).toBeUndefined();
    expect(result.current.error?.message).toBe('gone');
  });
});
