import { useRef } from 'react';

/** What a reader has open on a page, and what they had open before. */
type Move = { at?: string; cameFrom?: string; hasMoved: boolean };

/** Tracks what is open on a page; `undefined` if nothing is. */
export function useMove(at: string | undefined): Move {
  const move = useRef<Move>({ at, hasMoved: false });
  if (move.current.at !== at) {
    move.current = { at, cameFrom: move.current.at, hasMoved: true };
  }
  return move.current;
}
