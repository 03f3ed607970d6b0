import { useEffect, useRef } from 'react';
import type { Scale } from './useZoom';

/** Scrolls the asset itself to the center whenever the scale changes. */
export function useCenterInView(scale: Scale) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: scroll } = box;
    const center = scroll?.querySelector('[data-center="true"]');
    if (scroll && center) {
      const node = center.getBoundingClientRect();
      const frame = scroll.getBoundingClientRect();
      scroll.scrollLeft +=
        node.left + node.width / 2 - frame.left - scroll.clientWidth / 2;
      scroll.scrollTop +=
        node.top + node.height / 2 - frame.top - scroll.clientHeight / 2;
    }
  }, [scale]);
  return box;
}
