import { Environment } from '@marcbachmann/cel-js';
import {
  type Control,
  Duration,
  Instant,
  type ParameterValue,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/** What a schema says of a value, as JSON Schema. */
type JsonSchema = {
  type?: string;
  format?: string;
  pattern?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
};

const INSTANT = findPattern(Instant);

const SCALARS: Readonly<Record<string, string>> = {
  boolean: 'bool',
  integer: 'int',
  number: 'double',
  string: 'string',
};

/** Texts that are moments, such as the beginning of a day, or lengths of time. */
const TIMES: Readonly<Record<string, string>> = {
  date: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
};

/** Collects the types of values that assertions may read. */
export class DeclaredTypes {
  readonly #environment: Environment;
  readonly #fields = new Set<string>();
  readonly #variables = new Set<string>();
  #count = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** All names of fields, to find the one that was meant. */
  get fields(): ReadonlySet<string> {
    return this.#fields;
  }

  /** All names that an expression can start with. */
  get variables(): ReadonlySet<string> {
    return this.#variables;
  }

  /** Declares a variable of a type. */
  declareVariable(name: string, type: string): void {
    this.#variables.add(name);
    this.#environment.registerVariable(name, type);
  }

  /** Declares the fields of a type; returns its name. */
  declare(fields: Readonly<Record<string, string>>): string {
    this.#count += 1;
    const name = `Type${this.#count}`;
    Object.keys(fields).forEach(field => this.#fields.add(field));
    this.#environment.registerType(name, { fields: { ...fields } });
    return name;
  }

  /** The types of the fields of a schema of an object. */
  listFields(schema: z.ZodType): Record<string, string> {
    const json = z.toJSONSchema(schema, {
      io: 'output',
      unrepresentable: 'any',
      reused: 'inline',
    }) as JsonSchema;
    return this.#listFields(json);
  }

  /** The types of parameters, which have values of one type. */
  listParameters(
    parameters: NonNullable<Control['parameters']>,
  ): Record<string, string> {
    return Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [
        name,
        nameType(values.standard),
      ]),
    );
  }

  #listFields({
    properties = {},
    anyOf = [],
    allOf = [],
  }: JsonSchema): Record<string, string> {
    const all = [
      properties,
      ...[...anyOf, ...allOf].map(one => one.properties ?? {}),
    ];
    return Object.fromEntries(
      all
        .flatMap(Object.entries)
        .map(([name, schema]) => [name, this.#findType(schema as JsonSchema)]),
    );
  }

  #findType(schema: JsonSchema): string {
    const { type, format = '', pattern, items, properties, anyOf } = schema;
    const time = pattern === INSTANT ? TIMES.date : TIMES[format];
    if (time) {
      return time;
    }
    if (type === 'array') {
      return items ? `list<${this.#findType(items)}>` : 'list';
    }
    if (properties || anyOf?.some(one => one.properties)) {
      return this.declare(this.#listFields(schema));
    }
    const [value] = schema.enum ?? [schema.const];
    return SCALARS[type ?? typeof value] ?? 'dyn';
  }
}

function findPattern(schema: z.ZodType): string | undefined {
  return (z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema)
    .pattern;
}

function nameType(value: ParameterValue): string {
  if (Array.isArray(value)) {
    return 'list<string>';
  }
  if (typeof value === 'string') {
    return Duration.safeParse(value).success
      ? 'google.protobuf.Duration'
      : 'string';
  }
  return typeof value === 'number' ? 'double' : 'bool';
}
