import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The results of folders in `.cache/mutate`: how many mutants a test noticed, and
 * those that none did, by folder.
 */
export function readEngineResults(results) {
  const names = existsSync(results) ? readdirSync(results) : [];
  return names
    .filter(
      name =>
        name.endsWith('.json') &&
        !name.endsWith('.incremental.json') &&
        name !== 'controls.json',
    )
    .map(name => {
      const file = path.join(results, name);
      const { files, config } = JSON.parse(readFileSync(file, 'utf8'));
      const mutants = Object.entries(files).flatMap(readFile);
      const count = (...statuses) =>
        mutants.filter(({ status }) => statuses.includes(status)).length;
      return {
        folder: /^src\/(.*?)\/(?:\*\*\/)?\*\.ts$/.exec(config.mutate[0])[1],
        date: statSync(file).mtime.toISOString().slice(0, 10),
        noticed: count('Killed', 'Timeout'),
        ignored: count('Ignored'),
        survivors: mutants.filter(({ status }) =>
          ['Survived', 'NoCoverage'].includes(status),
        ),
      };
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The share of mutants that are noticed, in percent. */
export function computeScore(noticed, survived) {
  return (100 * noticed) / (noticed + survived || 1);
}

function readFile([file, { source, mutants }]) {
  const lines = source.split('\n');
  return mutants.map(({ status, replacement, location: { start, end } }) => {
    const isOneLine = start.line === end.line;
    const text = isOneLine
      ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
      : `${lines[start.line - 1].slice(start.column - 1)} ...`;
    return {
      status,
      file: file.replace('src/', ''),
      line: start.line,
      context: lines.slice(start.line - 1, end.line).join('\n'),
      text,
      replacement: (replacement ?? '').replaceAll(/\s+/g, ' '),
    };
  });
}
