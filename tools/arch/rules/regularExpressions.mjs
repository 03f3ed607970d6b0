import { createRequire } from 'node:module';
import ts from 'typescript';
import { isTest, lineAt } from '../sources.mjs';

// Neither Java nor a binary: the same verdict on every machine.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = createRequire(import.meta.url)('recheck');

/** What is judged by a test of its own, as these patterns look around. */
const OWN_TEST =
  /\/ledger\/redact\/(?:secretForms|secretPlaces|secretNames|personalData)\.ts$/;

/** In a comment above: why a pattern never sees a text that is too long. */
const BOUNDED = /\/\/ bounded: \S/;

/** Ends a judgement that finds no end; no verdict is a violation, too. */
const PARAMETERS = { timeout: 300_000, randomSeed: 0 };

/**
 * No regular expression takes more than time in proportion to the length of a
 * text: whoever sends a text would stop all of Backstage with it.
 *
 * @param sources - `{ file, text }`
 * @param known - verdicts found before, by literal; new ones are added
 * @param used - gets the literals that are judged
 */
export function regularExpressions(sources, known = {}, used = new Set()) {
  return sources
    .filter(({ file }) => !isTest(file) && !OWN_TEST.test(file))
    .flatMap(({ file, text }) =>
      listLiterals(file, text).flatMap(({ literal, start, above }) => {
        if (BOUNDED.test(above)) {
          return [];
        }
        used.add(literal);
        known[literal] ??= verdictOn(literal);
        return known[literal] === 'safe'
          ? []
          : [{ file, line: lineAt(text, start), message: known[literal] }];
      }),
    );
}

/** Regular expressions of a source, and the comments above their statements. */
function listLiterals(file, text) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
  const found = [];
  const visit = (node, above) => {
    const comments = ts.isStatement(node) ? node.getFullText() : undefined;
    const leading = comments?.slice(0, node.getLeadingTriviaWidth()) ?? above;
    if (ts.isRegularExpressionLiteral(node)) {
      found.push({
        literal: node.text,
        start: node.getStart(),
        above: leading,
      });
    }
    ts.forEachChild(node, child => visit(child, leading));
  };
  visit(source, '');
  return found;
}

/** `safe`, or why a regular expression is not. */
function verdictOn(literal) {
  const end = literal.lastIndexOf('/');
  const { status, complexity, attack } = checkSync(
    literal.slice(1, end),
    literal.slice(end + 1),
    PARAMETERS,
  );
  if (status === 'safe') {
    return 'safe';
  }
  return status === 'unknown'
    ? `recheck finds no verdict on ${literal}; write it in a simpler way`
    : `${literal} takes ${complexity.summary} time, e.g. on ${attack.pattern}; bound it, anchor it, or read the text in another way`;
}
