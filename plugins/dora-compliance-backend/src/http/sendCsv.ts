import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { ExportPermit } from './permitExport';

/**
 * Streams lines as CSV, with backpressure from the caller. A cell that a spreadsheet
 * would read as a formula is written as text.
 */
export async function sendCsv(
  res: Response,
  file: { name: string; columns: readonly string[]; permit: ExportPermit },
  pages: AsyncIterable<readonly (readonly string[])[]>,
): Promise<void> {
  res
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${file.name}"`)
    .set('X-Content-Type-Options', 'nosniff');
  await pipeline(
    async function* toLines() {
      for await (const page of pages) {
        yield* page;
      }
    },
    stringify({
      header: true,
      columns: [...file.columns],
      escape_formulas: true,
    }),
    res,
  );
}
