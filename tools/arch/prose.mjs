import ts from 'typescript';

/** A text with all but the given ranges blank, lines and places unchanged. */
function only(text, ranges) {
  let from = 0;
  let kept = '';
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    kept += blank(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return kept + blank(text.slice(from));
}

function blank(text) {
  return text.replace(/[^\n]/g, ' ');
}

/**
 * What people read of a Markdown file. Code, quotations, addresses and what
 * stands in quotation marks are blank: they are words of others.
 */
export function proseOfMarkdown(text) {
  return text
    .replace(/^(```+|~~~+)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, blank)
    .replace(/^\s*>[^\n]*$/gm, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/`[^`]+`/g, blank)
    .replace(/\]\([^)\n]*\)|https?:\/\/\S+/g, blank)
    .replace(/"[^"\n]*(?:\n(?!\n)[^"\n]*)?"|“[^”]*”/g, blank);
}

/**
 * The parts of a source: `comments`, `strings` (with the text of JSX), and
 * `names`, which is all other code. Each is the whole text with the rest blank.
 */
export function partsOfSource(file, text) {
  const strings = [];
  const expressions = [];
  const visit = node => {
    if (ts.isRegularExpressionLiteral(node)) {
      expressions.push([node.getStart(source), node.end]);
    } else if (isText(node)) {
      const isModule =
        ts.isImportDeclaration(node.parent) ||
        ts.isExportDeclaration(node.parent);
      const range = [node.getStart(source), node.end];
      (isModule ? expressions : strings).push(range);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    toScriptKind(file),
  );
  visit(source);
  const bare = without(text, [...strings, ...expressions]);
  const comments = [...bare.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g)].map(
    ({ index, 0: comment }) => [index, index + comment.length],
  );
  return {
    comments: only(text, comments).replace(/"[^"\n]*"|`[^`\n]*`/g, blank),
    strings: only(text, strings),
    names: without(bare, comments),
  };
}

function without(text, ranges) {
  const edges = [...ranges].sort(([a], [b]) => a - b);
  const kept = edges.map(([, end], index) => [
    end,
    edges[index + 1]?.[0] ?? text.length,
  ]);
  return only(text, [[0, edges[0]?.[0] ?? text.length], ...kept]);
}

function isText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isJsxText(node)
  );
}

function toScriptKind(file) {
  if (/\.m?js$/.test(file)) {
    return ts.ScriptKind.JS;
  }
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}
