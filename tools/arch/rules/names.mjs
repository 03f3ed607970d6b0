import { lineAt } from '../sources.mjs';

const FORBIDDEN =
  /\/(utils?|helpers?|misc|types|common)\.tsx?$|[Mm]anager\.tsx?$|\/(utils?|helpers?|misc)\//;
const LAW = /DORA Art(icle|\.)? 21\b/g;
const PLACE = /(['"`(\s])\/(work|tmp|home|root)\/[a-z]/g;

/** Names say what is in a file; an index only gathers; no law that isn't. */
export function names(sources) {
  return sources.flatMap(({ file, text }) => [
    ...(FORBIDDEN.test(file)
      ? [{ file, line: 1, message: 'the name says nothing of what is in it' }]
      : []),
    ...(/^plugins\/.*\/index\.ts$/.test(file) &&
    /^(const|function|class|let)\s/m.test(text)
      ? [{ file, line: 1, message: 'index.ts only gathers exports' }]
      : []),
    ...matches(text, LAW).map(line => ({
      file,
      line,
      message: 'DORA Art 21 is never a legal basis; cite the RTS',
    })),
    ...matches(text, PLACE).map(line => ({
      file,
      line,
      message: 'names a place of one machine',
    })),
  ]);
}

function matches(text, pattern) {
  return [...text.matchAll(pattern)].map(match => lineAt(text, match.index));
}
