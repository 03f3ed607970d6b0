import { type KeyboardEvent, useState } from 'react';

/** How far each key moves, in rows and columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Makes a table of links one stop for the Tab key: arrow keys move between its cells,
 * and the last one stays the stop.
 */
export function useGridKeys() {
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key];
    const { row, column } = (event.target as HTMLElement).dataset;
    if (!move || row === undefined || column === undefined) {
      return;
    }
    const next = {
      row: Number(row) + move[0],
      column: Number(column) + move[1],
    };
    const cell = event.currentTarget.querySelector<HTMLElement>(
      `[data-row="${next.row}"][data-column="${next.column}"]`,
    );
    if (cell) {
      event.preventDefault();
      cell.focus();
    }
  };
  return {
    table: { onKeyDown },
    /** The attributes of a cell. */
    cell: (row: number, column: number) => ({
      'data-row': row,
      'data-column': column,
      tabIndex: stop.row === row && stop.column === column ? 0 : -1,
      onFocus: () => setStop({ row, column }),
    }),
  };
}
