import path from 'node:path';
import { importsOf } from '../sources.mjs';

/** No file imports itself, however long the way round. */
export function cycles(sources) {
  const files = new Set(sources.map(({ file }) => file));
  const edges = new Map(
    sources.map(({ file, text }) => [
      file,
      importsOf(withoutTypes(text)).flatMap(({ name }) =>
        resolve(files, file, name),
      ),
    ]),
  );
  const done = new Set();
  const found = [];
  const walk = (file, trail) => {
    if (trail.includes(file)) {
      const round = [...trail.slice(trail.indexOf(file)), file];
      found.push({
        file,
        line: 1,
        message: `imports itself: ${round.join(' > ')}`,
      });
      return;
    }
    if (!done.has(file)) {
      for (const next of edges.get(file) ?? []) {
        walk(next, [...trail, file]);
      }
      done.add(file);
    }
  };
  [...files].forEach(file => walk(file, []));
  return found;
}

/** Types are gone at run time and make no cycle. */
function withoutTypes(text) {
  return text.replace(/(import|export)\s+type\s[^;]*;/g, '');
}

function resolve(files, from, name) {
  if (!name.startsWith('.')) {
    return [];
  }
  const base = path.posix.join(path.posix.dirname(from), name);
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].filter(file =>
    files.has(file),
  );
}
