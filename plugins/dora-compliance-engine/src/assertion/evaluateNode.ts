import type {
  Duration,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { areEqual, compareValues } from './compareValues';
import { compute, findLength } from './compute';
import { MACROS, type Node, readPath } from './Expression';
import { TimeValue } from './TimeValue';

/** A value that can't be known, because something is missing. */
export const UNKNOWN = Symbol('unknown');

/** The variables, and what the evaluation has noticed so far. */
type Scope = {
  values: Readonly<Record<string, unknown>>;
  /** What was read and is missing, as it is written. */
  missing: Set<string>;
  /** In how many milliseconds a comparison changes, the soonest. */
  changesIn: { ms: number };
  /** How many nodes may still be evaluated. */
  steps: { left: number };
};

/**
 * Evaluates a node. All parts are evaluated, even if one of them already decides
 * the result, so that every missing value is noticed.
 *
 * @throws an Error for what has no value, such as a division by zero
 */
export function evaluateNode(node: Node, scope: Scope): unknown {
  scope.steps.left -= 1;
  if (scope.steps.left < 0) {
    throw new Error('too many steps; read shorter lists or nest fewer macros');
  }
  switch (node.op) {
    case 'value':
      return typeof node.args === 'bigint' ? Number(node.args) : node.args;
    case 'id':
      return present(scope.values[node.args], node, scope);
    case '.': {
      const of = evaluateNode(node.args[0], scope);
      return of === UNKNOWN
        ? UNKNOWN
        : readField(of, node.args[1], node, scope);
    }
    case '[]': {
      const [of, key] = node.args.map(part => evaluateNode(part, scope));
      return of === UNKNOWN || key === UNKNOWN
        ? UNKNOWN
        : readField(of, key as string | number, node, scope);
    }
    case '&&':
      return every(node.args.map(part => evaluateNode(part, scope)));
    case '||':
      return some(node.args.map(part => evaluateNode(part, scope)));
    case '!_': {
      const value = evaluateNode(node.args, scope);
      return checkTruth(value) === UNKNOWN ? UNKNOWN : !value;
    }
    case '-_': {
      const value = evaluateNode(node.args, scope);
      return value === UNKNOWN ? UNKNOWN : compute('-', 0, value);
    }
    case '?:': {
      const [condition, then, otherwise] = node.args.map(part =>
        evaluateNode(part, scope),
      );
      if (checkTruth(condition) === UNKNOWN) {
        return UNKNOWN;
      }
      return condition ? then : otherwise;
    }
    case 'list': {
      const items = node.args.map(part => evaluateNode(part, scope));
      return items.includes(UNKNOWN) ? UNKNOWN : items;
    }
    case 'call':
      return callFunction(node.args[0], node.args[1], scope);
    case 'rcall':
      return callMethod(node, scope);
    default:
      return evaluateBinary(node, scope);
  }
}

/** @throws an Error for what is neither true, false nor unknown */
function checkTruth(value: unknown): unknown {
  if (typeof value !== 'boolean' && value !== UNKNOWN) {
    throw new Error(`${typeof value} in place of true or false`);
  }
  return value;
}

function every(values: readonly unknown[]): unknown {
  values.forEach(checkTruth);
  if (values.includes(false)) {
    return false;
  }
  return values.includes(UNKNOWN) ? UNKNOWN : true;
}

function some(values: readonly unknown[]): unknown {
  values.forEach(checkTruth);
  if (values.includes(true)) {
    return true;
  }
  return values.includes(UNKNOWN) ? UNKNOWN : false;
}

function readField(
  of: unknown,
  name: string | number,
  node: Node,
  scope: Scope,
) {
  // Lists and texts have no fields, such as `length`.
  const hasField = Array.isArray(of)
    ? typeof name === 'number'
    : typeof of === 'object';
  const own =
    hasField && Object.hasOwn(of as object, name)
      ? (of as Record<string, unknown>)[name]
      : undefined;
  return present(own, node, scope);
}

function present(value: unknown, node: Node, scope: Scope): unknown {
  if (value === undefined || value === null) {
    scope.missing.add(readPath(node)?.join('.') ?? readText(node));
    return UNKNOWN;
  }
  return value;
}

function readText({ input, start, end }: Node): string {
  return input.slice(start, end);
}

function callFunction(
  name: string,
  args: readonly Node[],
  scope: Scope,
): unknown {
  const [value] = args.map(part => evaluateNode(part, scope));
  if (value === UNKNOWN) {
    return UNKNOWN;
  }
  switch (name) {
    case 'size':
      return findLength(value);
    case 'timestamp':
      return TimeValue.moment(value as Instant);
    default:
      return TimeValue.span(value as Duration);
  }
}

function callMethod(node: Node & { op: 'rcall' }, scope: Scope): unknown {
  const [name, receiver, args] = node.args;
  const of = evaluateNode(receiver, scope);
  const isMacro = MACROS.includes(name);
  const rest = isMacro ? [] : args.map(part => evaluateNode(part, scope));
  if (of === UNKNOWN || rest.includes(UNKNOWN)) {
    return UNKNOWN;
  }
  if (isMacro) {
    return callMacro(node, of as readonly unknown[], scope);
  }
  return name === 'size' ? findLength(of) : testText(name, of, rest[0]);
}

function testText(name: string, text: unknown, other: unknown): boolean {
  if (typeof text !== 'string' || typeof other !== 'string') {
    throw new Error(`${name} needs texts`);
  }
  switch (name) {
    case 'contains':
      return text.includes(other);
    case 'startsWith':
      return text.startsWith(other);
    default:
      return text.endsWith(other);
  }
}

function callMacro(
  node: Node & { op: 'rcall' },
  items: readonly unknown[],
  scope: Scope,
): unknown {
  const [macro, receiver, [name, body]] = node.args;
  if (name?.op !== 'id' || !body) {
    throw new Error(`${macro} needs a name and an expression`);
  }
  const evaluateFor = (item: unknown) =>
    evaluateNode(body, {
      ...scope,
      values: { ...scope.values, [name.args]: item },
    });
  const values = items.map(evaluateFor);
  if (items.length === 0) {
    // Evaluated once, to notice what the body reads and is missing.
    evaluateFor(UNKNOWN);
  }
  switch (macro) {
    case 'exists':
      return some(values);
    case 'all':
      if (items.length === 0) {
        // An empty list proves nothing.
        scope.missing.add(readText(receiver));
        return UNKNOWN;
      }
      return every(values);
    case 'exists_one':
      return values.includes(UNKNOWN)
        ? UNKNOWN
        : values.filter(value => checkTruth(value)).length === 1;
    case 'filter':
      return values.includes(UNKNOWN)
        ? UNKNOWN
        : items.filter((_, place) => checkTruth(values[place]));
    default:
      return values.includes(UNKNOWN) ? UNKNOWN : values;
  }
}

/** Counts the length of what was put together: doubling it costs more each time. */
function charge(value: unknown, { steps }: Scope): unknown {
  const isLong = typeof value === 'string' || Array.isArray(value);
  steps.left -= isLong ? value.length : 0;
  if (steps.left < 0) {
    throw new Error('too many steps; put shorter lists or texts together');
  }
  return value;
}

function evaluateBinary(node: Node, scope: Scope): unknown {
  const [a, b] = (node.args as [Node, Node]).map(part =>
    evaluateNode(part, scope),
  );
  if (a === UNKNOWN || b === UNKNOWN) {
    return UNKNOWN;
  }
  switch (node.op) {
    case '+':
      return charge(compute(node.op, a, b), scope);
    case '-':
    case '*':
    case '%':
      return compute(node.op, a, b);
    case 'in':
      return (b as unknown[])
        .map(item => areEqual(item, a, scope.changesIn))
        .includes(true);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareValues(node.op, a, b, scope.changesIn);
    default:
      throw new Error(`${node.op} has no value`);
  }
}
