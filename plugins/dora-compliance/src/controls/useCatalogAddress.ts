import { Area } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** By what the controls are grouped. */
export type Grouping = 'area' | 'layer';

/** What the list of controls shows. All of it is in the address of the page. */
export type CatalogAddress = {
  text: string;
  area: Area | undefined;
  grouping: Grouping;
};

/** Reads the address of the page, and changes it. */
export function useCatalogAddress() {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => read(params), [params]);
  const change = useCallback(
    (to: Partial<CatalogAddress>) =>
      setParams(former => write({ ...read(former), ...to }), { replace: true }),
    [setParams],
  );
  return { address, change };
}

function read(params: URLSearchParams): CatalogAddress {
  const area = params.get('area');
  return {
    text: params.get('text') ?? '',
    area: Area.options.find(one => one === area),
    grouping: params.get('by') === 'layer' ? 'layer' : 'area',
  };
}

/** Omits defaults, so that addresses stay short. */
function write({ text, area, grouping }: CatalogAddress): URLSearchParams {
  return new URLSearchParams({
    ...(text && { text }),
    ...(area && { area }),
    ...(grouping !== 'area' && { by: grouping }),
  });
}
