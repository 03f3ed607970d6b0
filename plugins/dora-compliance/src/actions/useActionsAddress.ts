import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The statuses that can be selected. */
export const actionStatuses = ['not-satisfied', 'not-assessed'] as const;

export type ActionStatus = (typeof actionStatuses)[number];

/** Reads which actions are listed from the address, and changes it. */
export function useActionsAddress() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('status');
  const status = actionStatuses.find(name => name === asked);
  const group = params.get('group') || undefined;
  const asset = params.get('asset') || undefined;
  const change = useCallback(
    (name: 'status' | 'group' | 'asset', value: string | undefined) =>
      setParams(former => {
        const next = new URLSearchParams(former);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      }),
    [setParams],
  );
  return { status, group, asset, change };
}
