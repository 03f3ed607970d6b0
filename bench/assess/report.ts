import type { PassFigures } from './worker';

export type Figures = Record<string, number>;

/** Prints figures as a table. */
export function show(figures: Figures): void {
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        { value: round(value) },
      ]),
    ),
  );
}

/** Prints what a pass waited for and, of a profile, what it computed. */
export function showCosts(name: string, figures: PassFigures): void {
  const { seconds, costliest, costs } = figures;
  console.log(`Where the time of the pass ${name} goes`);
  console.table(
    costliest.map(({ text, calls, milliseconds }) => ({
      'awaited, % of the pass': round(milliseconds / seconds / 10),
      calls,
      'ms each': round(milliseconds / calls),
      statement: shortened(text),
    })),
  );
  for (const some of costs ? [costs.packages, costs.functions] : []) {
    console.table(
      some.map(({ name: of, percent }) => ({
        'CPU itself, %': round(percent),
        of,
      })),
    );
  }
}

/** Both ends of a statement. */
function shortened(text: string): string {
  return text.length > 130 ? `${text.slice(0, 60)} … ${text.slice(-67)}` : text;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
