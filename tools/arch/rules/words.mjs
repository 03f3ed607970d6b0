import { partsOfSource, proseOfMarkdown } from '../prose.mjs';
import { isTest, lineAt } from '../sources.mjs';

/**
 * Phrases that only this project used, and the established term. `shown` are
 * wrong only in what users read: documents, and texts of code that is no test.
 */
const PHRASES = [
  ['g[ai]v(?:e|es|ing) way', 'throttles, or yields'],
  ['breath(?:e|es|ing)', 'yields to the event loop'],
  ['ma(?:de|ke|kes|king) (?:a gap )?good', 'closes, backfills or repairs'],
  ['l(?:ay|ays|aid) by', 'queues for a retry'],
  ['settl(?:e|es|ing)', 'closes, completes or decides'],
  ['h(?:ang|angs|ung) on', 'depends on'],
  ['(?:is|are|was|were|be|been|being) told', 'receives or reports', 'shown'],
  ['(?:speak|speaks|spoke) for', 'covers, or may send deliveries about'],
  ['nobody (?:has )?asked', 'was not polled'],
  ['(?:know|knows|known|tell|tells|told) apart', 'distinguishes'],
  ['reads? otherwise', 'differs'],
  ['turn(?:s|ed|ing)? away', 'refuses'],
  ['go(?:es|ing)? on (?:where|at|from)', 'resumes'],
  ['mend(?:s|ed|ing)?', 'fixes'],
  ['heal(?:s|ed|ing)?', 'recovers, or closes'],
  ['pour(?:s|ed|ing)? in', 'arrives'],
  ['let(?:s|ting)? go of', 'releases'],
  ['for want of', 'because ... is missing'],
  ['un(?:told|heard)', 'not reported'],
  ['anew', 'again'],
  ['(?:tells?|told|heard) of', 'reports'],
  ['answers (?:how|whether|which|when|why|where)', 'returns'],
  ['unasked', 'without being polled'],
  ['what is said', 'what a document reports'],
  ['hand(?:s|ed|ing)? (?:a)?round', 'passes'],
  ['has it that', 'says that'],
  ['(?:holds?|held) up(?! to)', 'blocks'],
  ['works? off', 'processes'],
  ['nobody listened', 'no replica received'],
  // "back-filled" in quotes is an origin of documents in the database.
  ["back-fill(?:s|ing)?|(?<!')back-filled", 'backfill'],
].map(([phrase, use, scope]) => ({
  // Phrases of comments are broken over lines that begin with stars or slashes.
  find: new RegExp(
    `(?<![\\w-])(?:${phrase.replaceAll(' ', '[\\s*/]+')})(?![\\w-])`,
    'gi',
  ),
  use,
  scope,
}));

/** Names in code of the same kind. */
const NAMES = [
  [/\b[gG]iveWay\b/g, 'ingest throttle'],
  [/\b(?:breathe|createBreather)\b/g, 'yieldToEventLoop'],
  [/\bgoOn\b/g, 'resumeCursor'],
  [/\blayBy\b/g, 'retryLater'],
];

/** These name the phrases. */
const OWN = /^tools\/arch\/(rules\/words|rules\.test)\.mjs$/;

/**
 * Nobody has to learn a dialect: the worst phrases, with their file and line
 * and the term to use instead. Code in documents, quotations and names of
 * others are not looked at.
 *
 * @param texts - `{ file, text }` of documents and sources
 */
export function words(texts) {
  return texts
    .filter(({ file }) => !OWN.test(file))
    .flatMap(({ file, text }) =>
      placesIn(file, text)
        .sort((a, b) => a.index - b.index)
        .map(({ index, phrase, use }) => ({
          file,
          line: lineAt(text, index),
          message: `"${phrase}": write ${use}`,
        })),
    );
}

function placesIn(file, text) {
  if (file.endsWith('.md')) {
    return phrasesIn(proseOfMarkdown(text), true);
  }
  const { comments, strings, names } = partsOfSource(file, text);
  const found = NAMES.flatMap(([find, use]) => matches(names, find, use));
  return [
    ...phrasesIn(comments, file.endsWith('config.d.ts')),
    ...phrasesIn(strings, !isTest(file)),
    ...found,
  ];
}

function phrasesIn(prose, isShown) {
  return PHRASES.filter(({ scope }) => isShown || scope !== 'shown').flatMap(
    ({ find, use }) => matches(prose, find, use),
  );
}

function matches(text, find, use) {
  return [...text.matchAll(find)].map(({ index, 0: found }) => ({
    index,
    phrase: found.replace(/[\s*/]+/g, ' '),
    use,
  }));
}
