import { type RefObject, useEffect, useState } from 'react';
import type { Scale } from './useZoom';

/** Tolerates fractions of pixels at any zoom of the browser. */
const TOLERANCE_PX = 4;

/** An edge of a box beyond which there is more. */
type HiddenEdge = 'left' | 'right' | 'top' | 'bottom';

/** The edges beyond which a box can be scrolled. */
export function useHiddenEdges(
  box: RefObject<HTMLElement>,
  scale: Scale,
): readonly HiddenEdge[] {
  const [edges, setEdges] = useState<readonly HiddenEdge[]>([]);
  useEffect(() => {
    const { current: scroll } = box;
    if (!scroll) {
      return undefined;
    }
    const look = () =>
      setEdges(before => {
        const now = hiddenEdges(scroll);
        return now.join() === before.join() ? before : now;
      });
    look();
    scroll.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      scroll.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [box, scale]);
  return edges;
}

function hiddenEdges(scroll: HTMLElement): HiddenEdge[] {
  const { scrollLeft, scrollWidth, clientWidth } = scroll;
  const { scrollTop, scrollHeight, clientHeight } = scroll;
  const beyond: [HiddenEdge, number][] = [
    ['left', scrollLeft],
    ['right', scrollWidth - clientWidth - scrollLeft],
    ['top', scrollTop],
    ['bottom', scrollHeight - clientHeight - scrollTop],
  ];
  return beyond
    .filter(([, pixels]) => pixels > TOLERANCE_PX)
    .map(([edge]) => edge);
}
