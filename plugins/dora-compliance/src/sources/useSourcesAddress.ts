import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The tabs of one source. */
export const sourceTabs = [
  'rejected',
  'partial',
  'gaps',
  'targets',
  'backfills',
] as const;

export type SourceTab = (typeof sourceTabs)[number];

/** Reads the selected source and tab from the address, and selects another tab. */
export function useSourcesAddress() {
  const [params, setParams] = useSearchParams();
  const source = params.get('source') ?? undefined;
  const tab = useMemo(() => {
    const named = params.get('tab');
    return sourceTabs.find(name => name === named) ?? 'rejected';
  }, [params]);
  const showTab = useCallback(
    (to: SourceTab) =>
      setParams(former => {
        const next = new URLSearchParams(former);
        next.set('tab', to);
        return next;
      }),
    [setParams],
  );
  return { source, tab, showTab };
}

/** The address of one source, on this page. */
export function addressOfSource(sourceId: string): string {
  return `?source=${encodeURIComponent(sourceId)}`;
}
