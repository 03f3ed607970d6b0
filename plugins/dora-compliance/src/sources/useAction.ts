import { useState } from 'react';

type State = {
  isPending: boolean;
  /** What came of it, or how far it is. */
  message?: string;
  error?: Error;
};

/** Something a person sets in motion, and what became of it. */
export type Action = State & {
  /**
   * Does it; `say` tells how far it is, and the answer what came of it.
   */
  run: (act: (say: (message: string) => void) => Promise<string>) => void;
};

/** Runs one action at a time, and keeps what came of the last one. */
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
