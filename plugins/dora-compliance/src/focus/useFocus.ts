import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to an element when it appears, if that is wanted. Otherwise
 * the focus is lost with the element that had it.
 */
export function useFocus<T extends HTMLElement>(
  isWanted: boolean,
): RefObject<T> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (isWanted) {
      element.current?.focus();
    }
  }, [isWanted]);
  return element;
}
