import { act } from '@testing-library/react';

type Listener = (event: { matches: boolean }) => void;

const queries = new Map<string, Set<Listener>>();
let width = 1440;

window.matchMedia = (media: string) =>
  ({
    media,
    get matches() {
      return doesMatch(media);
    },
    addEventListener: (_: string, listener: Listener) => {
      queries.set(media, (queries.get(media) ?? new Set()).add(listener));
    },
    removeEventListener: (_: string, listener: Listener) => {
      queries.get(media)?.delete(listener);
    },
    addListener: () => {},
    removeListener: () => {},
  } as unknown as MediaQueryList);

/** Gives the test browser a screen with room for every column. */
export function wide() {
  setWidth(1440);
}

/** Gives the test browser the screen of a phone. */
export function narrow() {
  setWidth(480);
}

function setWidth(to: number) {
  width = to;
  act(() =>
    queries.forEach((listeners, media) =>
      listeners.forEach(listener => listener({ matches: doesMatch(media) })),
    ),
  );
}

function doesMatch(media: string): boolean {
  const [, least] = /min-width: (\d+)px/.exec(media) ?? [];
  return least !== undefined && width >= Number(least);
}
