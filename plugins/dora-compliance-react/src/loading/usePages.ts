import type { Page } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../translation/useLanguage';

type Shown<T> = {
  key: string;
  items?: T[];
  nextCursor?: string;
  /** The number of pages that the items come from. */
  pages: number;
  error?: Error;
};

/**
 * The pages of a list that were loaded so far.
 *
 * @public
 */
export type LoadedPages<T> = {
  items?: T[];
  error?: Error;
  hasMore: boolean;
  /** Whether the next page is being loaded. */
  isPending: boolean;
  loadMore: () => void;
  /** Loads all shown pages again. They stay visible meanwhile. */
  reload: () => void;
};

/**
 * Loads the first page of a list whenever `what` or the language of the app changes,
 * and more pages on demand. Reloads all shown pages every few seconds while `again` is true for
 * them.
 *
 * @public
 */
export function usePages<T>(
  what: string,
  load: (cursor: string | undefined) => Promise<Page<T>>,
  again: (items: readonly T[]) => boolean = () => false,
): LoadedPages<T> {
  const key = `${useLanguage()} ${what}`;
  const [state, setState] = useState<Shown<T>>({ key, pages: 1 });
  const [turn, setTurn] = useState(0);
  const [isPending, setPending] = useState(false);
  const reload = useCallback(() => setTurn(count => count + 1), []);
  const shown = state.key === key ? state : { key, pages: 1 };
  const { items, nextCursor, pages, error } = shown;

  // Only the answer to the latest request is used.
  const latest = useRef<object>();
  const follow = async (found: Promise<Shown<T>>) => {
    const mine = {};
    latest.current = mine;
    const answer = await found.catch(caught => ({
      ...shown,
      error: caught as Error,
    }));
    if (latest.current === mine) {
      setState(answer);
      setPending(false);
    }
  };

  useEffect(() => {
    follow(loadPages(load, pages).then(found => ({ key, pages, ...found })));
    return () => {
      latest.current = undefined;
    };
    // The key contains everything that `load` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);

  const loadMore = () => {
    setPending(true);
    follow(
      load(nextCursor).then(page => ({
        key,
        items: [...(items ?? []), ...page.items],
        nextCursor: page.nextCursor,
        pages: pages + 1,
      })),
    );
  };

  const isWaiting = !isPending && !error && !!items && again(items);
  useEffect(() => {
    const timer = isWaiting ? setTimeout(reload, 3000) : undefined;
    return () => clearTimeout(timer);
    // The next request waits for the answer to this one.
  }, [isWaiting, state, reload]);

  const hasMore = nextCursor !== undefined;
  return { items, error, hasMore, isPending, loadMore, reload };
}

async function loadPages<T>(
  load: (cursor: string | undefined) => Promise<Page<T>>,
  pages: number,
): Promise<Page<T>> {
  const all = await load(undefined);
  for (let page = 1; page < pages && all.nextCursor; page++) {
    const { items, nextCursor } = await load(all.nextCursor);
    all.items = [...all.items, ...items];
    all.nextCursor = nextCursor;
  }
  return all;
}
