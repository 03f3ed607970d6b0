import ts from 'typescript';
import { isTest } from '../sources.mjs';

const MAX_FILE = 300;
const MAX_FUNCTION = 60;

/** Small files, small functions. Suites of tests may be long functions. */
export function size(sources) {
  return sources.flatMap(({ file, text }) => {
    const lines = text.split('\n').length;
    const tooLong = !isTest(file) && lines > MAX_FILE;
    return [
      ...(tooLong
        ? [
            {
              file,
              line: MAX_FILE,
              message: `${lines} lines; split it, ${MAX_FILE} is the limit`,
            },
          ]
        : []),
      ...(isTest(file) ? [] : longFunctions(file, text)),
    ];
  });
}

function longFunctions(file, text) {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found = [];
  const visit = node => {
    if (ts.isFunctionLike(node) && node.body) {
      const begin = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const end = source.getLineAndCharacterOfPosition(node.end).line;
      const isWiring = /\/(plugin|module)\.ts$/.test(file);
      if (end - begin + 1 > MAX_FUNCTION && !isWiring) {
        found.push({
          file,
          line: begin + 1,
          message: `a function of ${
            end - begin + 1
          } lines; ${MAX_FUNCTION} is the limit`,
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
