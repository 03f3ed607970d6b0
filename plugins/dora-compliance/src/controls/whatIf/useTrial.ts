import { useApi } from '@backstage/core-plugin-api';
import type {
  TriedAsset,
  TrialRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useEffect, useRef, useState } from 'react';
import { findMoved } from './countMoves';

/** Assets of one request. */
const PAGE = 100;

/** Why a trial ended early, and how to start it again. */
export type TrialFailure = { error: Error; retry: () => void };

/** How far a trial is, and whose status would change. */
export type TrialState = {
  isRunning: boolean;
  /** All assets were looked at. */
  isDone: boolean;
  checked: number;
  moved: readonly TriedAsset[];
  /** Whether the configuration takes what was tried only with an approval. */
  needsApproval: boolean;
  failure?: TrialFailure;
};

const NOTHING: TrialState = {
  isRunning: false,
  isDone: false,
  checked: 0,
  moved: [],
  needsApproval: false,
};

/** Tries a control on all assets, page by page; it can be stopped, and its result cleared. */
export function useTrial() {
  const api = useApi(doraComplianceApiRef);
  const [state, setState] = useState(NOTHING);
  // The last trial that was started. The answers of others no longer count.
  const current = useRef(0);
  useEffect(
    () => () => {
      current.current += 1;
    },
    [],
  );
  const run = async (request: TrialRequest) => {
    current.current += 1;
    const own = current.current;
    const show = (to: TrialState) => {
      if (own === current.current) {
        setState(to);
      }
    };
    let now: TrialState = { ...NOTHING, isRunning: true };
    show(now);
    try {
      let cursor: string | undefined;
      do {
        const page = await api.tryControl(request, {
          limit: PAGE,
          ...(cursor && { cursor }),
        });
        now = {
          ...now,
          checked: now.checked + page.items.length,
          moved: [...now.moved, ...findMoved(page.items)],
          needsApproval: page.needsApproval ?? false,
        };
        show(now);
        cursor = page.nextCursor;
      } while (cursor && own === current.current);
      show({ ...now, isRunning: false, isDone: true });
    } catch (error) {
      const retry = () => run(request);
      const failure = { error: error as Error, retry };
      show({ ...now, isRunning: false, failure });
    }
  };
  const stop = () => {
    current.current += 1;
    setState(now => ({ ...now, isRunning: false }));
  };
  const clear = () => {
    current.current += 1;
    setState(NOTHING);
  };
  return { state, run, stop, clear };
}
