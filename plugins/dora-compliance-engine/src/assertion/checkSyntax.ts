import {
  Duration,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isBounded } from '../control/checkDurations';
import { FUNCTIONS, MACROS, METHODS, type Node, walk } from './Expression';

/**
 * Refuses what is valid CEL but has no place in an assertion.
 *
 * @param variables - what an assertion can read; macros need other names
 * @throws an Error that says what to write in its place
 */
export function checkSyntax(
  expression: Node,
  variables: ReadonlySet<string>,
): void {
  for (const node of walk(expression)) {
    checkNode(node);
    if (node.op === 'rcall' && MACROS.includes(node.args[0])) {
      checkMacro(node, variables);
    }
  }
}

function checkNode(node: Node): void {
  switch (node.op) {
    case 'value':
      if (typeof node.args === 'bigint' && !isExact(node.args)) {
        throw new Error(`the number ${node.args} is too large to be exact`);
      }
      break;
    case '/':
      throw new Error(
        'write `a > b * 2` in place of `a / 2 > b`: division rounds integers',
      );
    case 'map':
      throw new Error('an assertion can not make maps');
    case 'call':
      checkFunction(node.args[0], node.args[1]);
      break;
    case 'rcall':
      if (![...MACROS, ...METHODS].includes(node.args[0])) {
        const known = [...MACROS, ...METHODS].join(', ');
        throw new Error(`there is no "${node.args[0]}"; use one of ${known}`);
      }
      break;
    default:
  }
}

function isExact(integer: bigint): boolean {
  return Number.isSafeInteger(Number(integer));
}

function checkMacro(
  node: Node & { op: 'rcall' },
  variables: ReadonlySet<string>,
): void {
  const [macro, , [name, ...rest]] = node.args;
  if (name?.op !== 'id' || rest.length !== 1) {
    throw new Error(`${macro} needs a name and an expression`);
  }
  if (variables.has(name.args)) {
    throw new Error(
      `"${name.args}" is what assertions read; use another name in ${macro}`,
    );
  }
}

function checkFunction(name: string, args: readonly Node[]): void {
  if (name === 'has') {
    throw new Error(
      'leave out has(): a requirement is not assessed if something it reads is missing',
    );
  }
  if (!FUNCTIONS.includes(name)) {
    throw new Error(
      `there is no "${name}"; use one of ${FUNCTIONS.join(', ')}`,
    );
  }
  const [literal] = args;
  const text = literal?.op === 'value' ? literal.args : undefined;
  if (name === 'duration' && !Duration.safeParse(text).success) {
    throw new Error('write a duration as duration("P7D") or duration("PT1H")');
  }
  const duration = name === 'duration' ? Duration.parse(text) : undefined;
  if (duration && !isBounded(duration)) {
    throw new Error(
      `duration("${duration}") is longer than 20 years; write at most duration("P20Y")`,
    );
  }
  if (name === 'timestamp' && !Instant.safeParse(text).success) {
    throw new Error(
      'write a time as timestamp("2026-03-31T12:00:00.000Z"), in UTC',
    );
  }
}
