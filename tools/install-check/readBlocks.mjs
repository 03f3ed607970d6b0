import { Problem } from '../run/Problem.mjs';

const MARK = /^<!-- install-check: (.*) -->$/;
const FENCE = /^(`{3,})\S*$/;
const ACTIONS = [
  'run',
  'insert',
  'prepend',
  'replace',
  'create',
  'merge',
  'verify',
  'deliver',
];

/**
 * The marked blocks of a document, in its order:
 * `{ only, action, target, place, text, at }`. A mark is a comment before a
 * fenced block: an action, and what it acts on. `legacy` before it keeps the
 * block to apps of the legacy frontend system.
 */
export function readBlocks(markdown, file) {
  const lines = markdown.split('\n');
  return lines.flatMap((line, index) => {
    const mark = MARK.exec(line);
    return mark
      ? [
          {
            ...readMark(mark[1], `${file}:${index + 1}`),
            ...fence(lines, index, file),
          },
        ]
      : [];
  });
}

function readMark(mark, at) {
  const words = mark.split(' ');
  const only = words[0] === 'legacy' ? words.shift() : undefined;
  const [action, target, ...rest] = words;
  if (!ACTIONS.includes(action)) {
    throw new Problem(
      `${at}: "${action}" is no action of install-check.`,
      `use one of ${ACTIONS.join(', ')}.`,
    );
  }
  // "insert <file> before <text>", "replace <file> <text>"
  const place = (action === 'insert' ? rest.slice(1) : rest).join(' ');
  return { only, action, target, place, at };
}

function fence(lines, index, file) {
  const begin = lines.findIndex((line, i) => i > index && line.trim() !== '');
  const [, ticks] = FENCE.exec(lines[begin] ?? '') ?? [];
  const end = lines.indexOf(ticks, begin + 1);
  if (!ticks || end < 0) {
    throw new Problem(
      `${file}:${
        index + 1
      }: no fenced block follows the mark of install-check.`,
      'put the mark directly before the block.',
    );
  }
  return { text: lines.slice(begin + 1, end).join('\n') };
}
