import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const BACKEND = 'plugins/dora-compliance-backend/src';

/** A numbered item with a file and a function in it. */
const STOP = /^\d+\. `([\w./-]+\.tsx?)` `(\w+)`(\s\(from the)?/gm;

/** The longest way that a newcomer can follow. */
const MOST = 20;

/**
 * ARCHITECTURE.md lists the functions that a delivery passes. Each must be
 * declared in its file, and take its work from a queue or be named in the file of
 * an earlier stop, directly or as the port that it implements: go-to-definition
 * then leads along the way.
 *
 * @param root - the folder of the repository
 * @param most - how many stops the way may have
 */
export function way(root, most = MOST) {
  const file = 'ARCHITECTURE.md';
  const text = readFileSync(path.join(root, file), 'utf8');
  const stops = [...text.matchAll(STOP)].map(match => ({
    line: text.slice(0, match.index).split('\n').length,
    name: match[2],
    source: read(root, match[1]),
    path: match[1],
    isFromQueue: match[3] !== undefined,
  }));
  const problem = (line, message) => ({ file, line, message });
  if (stops.length === 0) {
    return [problem(1, 'does not list the functions that a delivery passes')];
  }
  return [
    ...(stops.length > most
      ? [problem(1, `the way of a delivery has more than ${most} stops`)]
      : []),
    ...stops.flatMap((stop, index) => {
      const message = findProblem(stop, stops.slice(0, index));
      return message ? [problem(stop.line, message)] : [];
    }),
  ];
}

function read(root, file) {
  const inPackage = file.startsWith('dora-compliance-')
    ? path.join(root, 'plugins', file)
    : path.join(root, BACKEND, file);
  return existsSync(inPackage) ? readFileSync(inPackage, 'utf8') : undefined;
}

function findProblem({ name, source, path: file, isFromQueue }, before) {
  if (source === undefined) {
    return `${file} does not exist`;
  }
  if (!new RegExp(`\\b(?:function\\*?|class) ${name}\\b`).test(source)) {
    return `${file} declares no ${name}`;
  }
  const names = [name, ...listPorts(name, source)];
  const isCalled = before.some(
    stop =>
      stop.source !== undefined &&
      names.some(one => new RegExp(`\\b${one}\\b`).test(stop.source)),
  );
  return isCalled || isFromQueue || before.length === 0
    ? undefined
    : `no earlier stop names ${name} or the port that it implements`;
}

function listPorts(name, source) {
  const found = new RegExp(`class ${name} implements ([\\w, ]+)`).exec(source);
  return found ? found[1].split(',').map(port => port.trim()) : [];
}
