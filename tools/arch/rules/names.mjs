import { lineAt } from '../sources.mjs';

const FORBIDDEN =
  /\/(utils?|helpers?|misc|types|common)\.tsx?$|[Mm]anager\.tsx?$|\/(utils?|helpers?|misc)\//;
const LAW = /DORA Art(icle|\.)? 21\b/g;
const PLACE = /(['"`(\s])\/(work|tmp|home|root)\/[a-z]/g;

/** Declarations of functions, members of classes, callbacks of options. */
const FUNCTIONS = [
  /\bfunction\*? (\w+Of)\b/g,
  /\bconst (\w+Of) =\s*(?:async )?(?:[(<]|\w+ =>|function)/g,
  /^ {2}(?:async |static |private |\*)*#?(\w+Of)(?:<[^>\n]*>)?\(/gm,
  /\b(\w+Of)\??: \(/g,
];

/** Begins with a verb, or is a term: "as of" a date, or of JSON Schema or JavaScript. */
const SPOKEN = /^(?:(?:is|has)[A-Z]\w*|asOf|oneOf|anyOf|indexOf)$/;

/**
 * Names say what is in a file, and functions what they do; an index only
 * gathers; no law that isn't.
 */
export function names(sources) {
  return sources.flatMap(({ file, text }) => [
    ...(FORBIDDEN.test(file)
      ? [{ file, line: 1, message: 'the name says nothing of what is in it' }]
      : []),
    ...(/^plugins\/.*\/index\.ts$/.test(file) &&
    /^(const|function|class|let)\s/m.test(text)
      ? [{ file, line: 1, message: 'index.ts only gathers exports' }]
      : []),
    ...namesWithoutVerb(text).map(({ index, name }) => ({
      file,
      line: lineAt(text, index),
      message: `${name} does not say what it does: begin with a verb (read, find, list, to, parse, build)`,
    })),
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

function namesWithoutVerb(text) {
  return FUNCTIONS.flatMap(pattern => [...text.matchAll(pattern)])
    .map(({ index, 1: name }) => ({ index, name }))
    .filter(({ name }) => !SPOKEN.test(name));
}
