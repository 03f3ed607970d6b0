import { useSearchParams } from 'react-router-dom';

/** By what the controls of the tab are grouped. */
export type Grouping = 'area' | 'layer';

/**
 * What the tab shows. All of it is in the address, so it can be shared: the control
 * that is open, and how the controls are grouped.
 */
export function useTabAddress() {
  const [params, setParams] = useSearchParams();
  const grouping: Grouping = params.get('by') === 'layer' ? 'layer' : 'area';
  return {
    controlId: params.get('control') ?? undefined,
    grouping,
    setGrouping: (to: Grouping) => setParams(write(to)),
    /** The address of all controls. */
    allControls: `?${write(grouping)}`,
    /** The address of a control within the tab. */
    toControl: (controlId: string) => `?${write(grouping, controlId)}`,
  };
}

/** Omits defaults, so that addresses stay short. */
function write(grouping: Grouping, controlId?: string): URLSearchParams {
  return new URLSearchParams({
    ...(grouping !== 'area' && { by: grouping }),
    ...(controlId && { control: controlId }),
  });
}
