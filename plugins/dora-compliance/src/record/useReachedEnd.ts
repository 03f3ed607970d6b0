import { useEffect, useState } from 'react';

/** Tolerates fractions of pixels at any zoom of the browser. */
const TOLERANCE_PX = 4;

/**
 * Whether a reader has scrolled a box to its end since it shows `key`. A new
 * key scrolls it back to its top.
 */
export function useReachedEnd(box: HTMLElement | null, key: string): boolean {
  const [reached, setReached] = useState<string>();
  useEffect(() => {
    if (!box) {
      return undefined;
    }
    const look = () => {
      const below = box.scrollHeight - box.clientHeight - box.scrollTop;
      if (below <= TOLERANCE_PX) {
        setReached(key);
      }
    };
    box.scrollTop = 0;
    look();
    box.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      box.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [box, key]);
  return reached === key;
}
