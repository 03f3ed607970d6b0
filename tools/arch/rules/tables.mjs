import { readFileSync } from 'node:fs';
import path from 'node:path';

const SEPARATOR = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** What begins another block, and so ends a table without an empty line. */
const NEW_BLOCK = /^(#{1,6}\s|>|```|~~~|<!--|[-*+]\s|\d+\.\s|---|\*\*\*)/;

/**
 * Every table has a header, every row has as many cells as the header, and no
 * cell holds a whole row. The glossary is in alphabetical order, each term
 * once: a row in the wrong place is a row that nobody finds.
 *
 * @param root - the folder of the repository
 * @param files - Markdown files, relative to the root
 */
export function tables(root, files) {
  return files.flatMap(file => {
    const all = readTables(readFileSync(path.join(root, file), 'utf8'));
    const found = all.flatMap(table => [
      ...checkShape(table),
      ...(file === 'GLOSSARY.md' ? checkOrder(table) : []),
    ]);
    return found.map(item => ({ file, ...item }));
  });
}

/** Tables as lists of `{ line, text }`, outside fenced code. */
function readTables(text) {
  const found = [];
  let fence;
  let table;
  text.split('\n').forEach((raw, index) => {
    const row = { line: index + 1, text: raw.trim() };
    const mark = /^(```+|~~~+)/.exec(row.text)?.[1];
    if (mark && (!fence || mark.startsWith(fence))) {
      fence = fence ? undefined : mark;
      table = undefined;
    } else if (fence || row.text === '' || NEW_BLOCK.test(row.text)) {
      table = undefined;
    } else if (table) {
      table.push(row);
    } else if (row.text.startsWith('|')) {
      table = [row];
      found.push(table);
    }
  });
  return found;
}

function checkShape([header, separator, ...rows]) {
  const cells = splitCells(header.text);
  if (!separator || !SEPARATOR.test(separator.text)) {
    const message = 'a table needs a header and a line of dashes below it';
    return [{ line: header.line, message }];
  }
  return [
    ...(cells.some(Boolean) && !cells.every(Boolean)
      ? [{ line: header.line, message: 'a cell of the header is empty' }]
      : []),
    ...[separator, ...rows].flatMap(({ line, text }) => {
      const message = findProblem(text, cells.length);
      return message ? [{ line, message }] : [];
    }),
  ];
}

function findProblem(text, expected) {
  if (!text.startsWith('|')) {
    return 'text directly below a table becomes a row of it: add an empty line';
  }
  const cells = splitCells(text);
  if (cells.length !== expected) {
    return `a row of ${cells.length} cells in a table of ${expected}`;
  }
  return cells.some(cell => swallows(cell, expected))
    ? 'a cell holds a whole row: its bars are escaped'
    : undefined;
}

/**
 * The cells of a row. A bar in code parts cells, too, unless it is escaped:
 * that is how GitHub and MkDocs read tables.
 */
function splitCells(row) {
  return row
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}

function swallows(cell, expected) {
  const bars = cell.replace(/`[^`]*`/g, '').match(/\\\|/g)?.length ?? 0;
  return bars >= Math.max(2, expected - 1);
}

function checkOrder([, , ...rows]) {
  const terms = rows.map(({ line, text }) => ({
    line,
    term: splitCells(text)[0].toLowerCase(),
  }));
  return terms.slice(1).flatMap(({ line, term }, index) => {
    const before = terms[index].term;
    return before.localeCompare(term, 'en') < 0
      ? []
      : [{ line, message: `"${term}" must come before "${before}"` }];
  });
}
