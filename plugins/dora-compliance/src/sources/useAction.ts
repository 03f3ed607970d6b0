import { useState } from 'react';

type State = {
  isPending: boolean;
  /** Its result, or its progress. */
  message?: string;
  error?: Error;
};

/** An action that a person starts, and its result. */
export type Action = State & {
  /**
   * Runs it. `say` shows the progress, and the answer is the result.
   */
  run: (act: (say: (message: string) => void) => Promise<string>) => void;
};

/** Runs one action at a time, and keeps the last result. */
export function useAction(): Action {
  const [state, setState] = useState<State>({ isPending: false });
  const run: Action['run'] = async act => {
    setState({ isPending: true });
    try {
      const message = await act(progress =>
        setState({ isPending: true, message: progress }),
      );
      setState({ isPending: false, message });
    } catch (caught) {
      setState({ isPending: false, error: caught as Error });
    }
  };
  return { ...state, run };
}
