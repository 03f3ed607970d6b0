import type { ASTNode } from '@marcbachmann/cel-js';

/** A node of an expression. */
export type Node = ASTNode;

/** Calls that an assertion may use. The first argument of a macro is a name. */
export const MACROS = ['all', 'exists', 'exists_one', 'filter', 'map'];
export const METHODS = ['contains', 'endsWith', 'size', 'startsWith'];
export const FUNCTIONS = ['duration', 'size', 'timestamp'];

/** The nodes that a node is made of, without the names that macros declare. */
function listChildren(node: Node): Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    default:
      return [...node.args];
  }
}

/** A node and all below it. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of listChildren(node)) {
    yield* walk(child);
  }
}

/** `member.commit` as written, if a node is nothing but names. */
export function readPath(node: Node): string[] | undefined {
  if (node.op === 'id') {
    return [node.args];
  }
  const parent = node.op === '.' ? readPath(node.args[0]) : undefined;
  return parent && node.op === '.' ? [...parent, node.args[1]] : undefined;
}
