import { useRef } from 'react';

/** Where the reader is on a page, and where they came from within it. */
export type Move = { at?: string; cameFrom?: string; hasMoved: boolean };

/** Follows what is open on a page; nothing is open where it is undefined. */
export function useMove(at: string | undefined): Move {
  const move = useRef<Move>({ at, hasMoved: false });
  if (move.current.at !== at) {
    move.current = { at, cameFrom: move.current.at, hasMoved: true };
  }
  return move.current;
}
