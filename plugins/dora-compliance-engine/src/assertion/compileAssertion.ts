import { Environment } from '@marcbachmann/cel-js';
import type { z } from 'zod';
import {
  type Control,
  IctAsset,
  suggestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { checkSyntax } from './checkSyntax';
import { DeclaredTypes } from './declareTypes';
import { type Node, readPath, walk } from './Expression';

/** What an assertion may read. */
type Vocabulary = {
  /** The schema of a member. */
  member: z.ZodType;
  /** Names of judgements, such as `change.independence`. */
  judgements: readonly string[];
  parameters: NonNullable<Control['parameters']>;
};

/** An assertion that was parsed and checked. */
type CompiledAssertion = {
  expression: Node;
  /** The judgements that it uses. */
  judgements: readonly string[];
};

/** No control needs more; a deeper one could exhaust the stack. */
const LIMITS = { maxAstNodes: 500, maxDepth: 40, maxListElements: 100 };

/** An assertion has to read one of these, or a verdict. */
const SUBJECTS = ['member', 'asset'];

/**
 * Parses an assertion and checks it against the schema of what it reads.
 *
 * @throws an Error that says what is wrong, and the nearest name if one is unknown
 */
export function compileAssertion(
  assert: string,
  vocabulary: Vocabulary,
): CompiledAssertion {
  const environment = new Environment({ limits: LIMITS });
  const types = declare(environment, vocabulary);
  const parsed = parse(environment, assert);
  checkSyntax(parsed.ast, types.variables);
  const { valid, type, error } = parsed.check();
  if (!valid) {
    throw new Error(explain(error?.message ?? '', types.fields));
  }
  if (type !== 'bool') {
    throw new Error(`"${assert}" is ${type}, not true or false`);
  }
  const judgements = judgementsIn(parsed.ast, vocabulary.judgements);
  const readsSubject = [...walk(parsed.ast)].some(
    node => node.op === 'id' && SUBJECTS.includes(node.args),
  );
  if (judgements.length === 0 && !readsSubject) {
    throw new Error(
      `"${assert}" reads nothing; use member, asset, or one of ${vocabulary.judgements.join(
        ', ',
      )}`,
    );
  }
  return { expression: parsed.ast, judgements };
}

function parse(environment: Environment, assert: string) {
  try {
    return environment.parse(assert);
  } catch (error) {
    throw new Error(firstLine(String((error as Error).message)));
  }
}

function declare(
  environment: Environment,
  { member, judgements, parameters }: Vocabulary,
): DeclaredTypes {
  const types = new DeclaredTypes(environment);
  const verdict = types.declare({ satisfied: 'bool' });
  const scopes: Record<string, Record<string, string>> = {
    asset: types.listFields(IctAsset),
  };
  for (const name of judgements) {
    const [scope = '', judgement = ''] = name.split('.');
    scopes[scope] = { ...scopes[scope], [judgement]: verdict };
  }
  for (const [scope, fields] of Object.entries(scopes)) {
    types.declareVariable(scope, types.declare(fields));
  }
  types.declareVariable('member', types.declare(types.listFields(member)));
  types.declareVariable('asOf', 'google.protobuf.Timestamp');
  types.declareVariable(
    'parameters',
    types.declare(types.listParameters(parameters)),
  );
  return types;
}

function judgementsIn(
  expression: Node,
  known: readonly string[],
): readonly string[] {
  const used = [...walk(expression)].flatMap(node => {
    const path = readPath(node)?.join('.');
    return path && known.includes(path) ? [path] : [];
  });
  return [...new Set(used)];
}

function explain(message: string, fields: ReadonlySet<string>): string {
  const text = firstLine(message);
  const unknown = /^(?:No such key|Unknown variable): (\w+)$/.exec(text)?.[1];
  return unknown
    ? `there is no "${unknown}"${suggestName(unknown, fields)}`
    : text;
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.trim();
}
