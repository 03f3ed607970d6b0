import { act, renderHook } from '@testing-library/react';
import { createLanguageOfApp } from '../__testUtils__/languageOfApp';
import { usePages } from './usePages';

/** Three pages of a list that can be changed, or broken. */
function list() {
  const pages = [['a'], ['b'], ['c']];
  const asked: (string | undefined)[] = [];
  const state = { broken: false };
  const load = async (cursor: string | undefined) => {
    asked.push(cursor);
    if (state.broken) {
      throw new Error('no route to host');
    }
    const page = Number(cursor ?? 0);
    return {
      items: pages[page]!,
      nextCursor: page < 2 ? String(page + 1) : undefined,
    };
  };
  return { pages, asked, state, load };
}

/** Lets time pass in small steps, as effects run only between them. */
async function pass(milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await act(() => jest.advanceTimersByTimeAsync(100));
  }
}

describe('usePages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function setUp(again?: (items: readonly string[]) => boolean) {
    const of = list();
    const { api: language, wrapper } = createLanguageOfApp();
    const hook = renderHook(({ key }) => usePages(key, of.load, again), {
      initialProps: { key: 'github' },
      wrapper,
    });
    await pass(100);
    const more = async () => {
      act(() => hook.result.current.loadMore());
      await pass(100);
    };
    return { ...hook, ...of, more, language };
  }

  it('loads again in another language of the app', async () => {
    const { asked, language } = await setUp();
    act(() => language.setLanguage('de'));
    await pass(100);
    expect(asked).toEqual([undefined, undefined]);
  });

  it('loads one page, and the next ones by their cursors', async () => {
    const { result, asked, more } = await setUp();
    expect(result.current).toMatchObject({ items: ['a'], hasMore: true });
    await more();
    await more();
    expect(result.current).toMatchObject({
      items: ['a', 'b', 'c'],
      hasMore: false,
      isPending: false,
    });
    expect(asked).toEqual([undefined, '1', '2']);
  });

  it('loads again as many pages as are shown', async () => {
    const { result, pages, more } = await setUp();
    await more();
    pages[0] = ['new', 'a'];
    act(() => result.current.reload());
    expect(result.current.items).toEqual(['a', 'b']);
    await pass(100);
    expect(result.current.items).toEqual(['new', 'a', 'b']);
    expect(result.current.hasMore).toBe(true);
  });

  it('begins with the first page for another key', async () => {
    const { result, rerender, more } = await setUp();
    await more();
    rerender({ key: 'gitlab' });
    expect(result.current.items).toBeUndefined();
    await pass(100);
    expect(result.current.items).toEqual(['a']);
  });

  it('tells why a page could not be loaded, and loads again when asked', async () => {
    const { result, state, more } = await setUp();
    state.broken = true;
    await more();
    expect(result.current.error?.message).toBe('no route to host');
    state.broken = false;
    act(() => result.current.reload());
    await pass(100);
    expect(result.current.error).toBeUndefined();
    expect(result.current.items).toEqual(['a']);
  });

  it('loads again while something goes on, and no longer', async () => {
    const { result, pages, asked } = await setUp(items => items.includes('a'));
    await pass(3100);
    expect(asked).toHaveLength(2);
    pages[0] = ['done'];
    await pass(3100);
    expect(result.current.items).toEqual(['done']);
    await pass(9000);
    expect(asked).toHaveLength(3);
  });

  it('drops an answer that comes after it is gone', async () => {
    const { result, unmount } = await setUp();
    act(() => result.current.reload());
    unmount();
    await pass(100);
    expect(result.current.items).toEqual(['a']);
  });
});
