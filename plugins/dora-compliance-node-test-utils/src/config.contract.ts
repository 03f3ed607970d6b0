import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A compiler reads the declaration; how long it takes is not judged. */
const COMPILED_WITHIN = 600_000;

type JsonSchema = {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

/**
 * What the contract needs to know of the configuration of a package.
 *
 * @public
 */
export type ConfigSamples = {
  /** Its package.json, whose `configSchema` is the declaration. */
  packageJson: string;
  /** The schema that is checked at start, by the key it stands under. */
  schemas: Readonly<Record<string, z.ZodType>>;
};

/**
 * That what `config.d.ts` declares, which `config:check` and the documentation
 * read, is what is checked at start, and that every key is explained with the
 * default that the schema has. Call it in a test file.
 *
 * @public
 */
export function configContract(name: string, samples: ConfigSamples): void {
  describe(`the declared configuration of ${name}`, () => {
    it(
      'has the keys that are checked at start, each explained with its default',
      async () => {
        const declared = await loadDeclaration(samples.packageJson);
        for (const [key, schema] of Object.entries(samples.schemas)) {
          const at = key
            .split('.')
            .reduce<JsonSchema | undefined>(
              (found, part) => found?.properties?.[part],
              declared,
            );
          expect(declaredKeys(key, at, schema)).toEqual(
            checkedKeys(key, schema),
          );
        }
      },
      COMPILED_WITHIN,
    );
  });
}

/**
 * Compiles the declaration in a process of its own, without the permissions
 * that tests may run under and that processes inherit by NODE_OPTIONS: the
 * loader resolves links from the root of the file system.
 */
async function loadDeclaration(packageJson: string): Promise<JsonSchema> {
  const script = `
    const [loader, packageJson] = process.argv.slice(1);
    require(loader)
      .loadConfigSchema({ dependencies: [], packagePaths: [packageJson] })
      .then(schema => console.log(JSON.stringify(schema.serialize())));`;
  const { stdout } = await promisify(execFile)(
    'env',
    [
      '-u',
      'NODE_OPTIONS',
      process.execPath,
      '-e',
      script,
      require.resolve('@backstage/config-loader'),
      packageJson,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { schemas } = JSON.parse(stdout) as {
    schemas: { path: string; value: JsonSchema; packageName: string }[];
  };
  const { name } = require(packageJson) as { name: string };
  const own = schemas.find(({ packageName }) => packageName === name);
  if (!own) {
    throw new Error(`${packageJson} declares no configuration`);
  }
  return own.value;
}

/** The keys of a schema and their defaults, with those within them. */
function checkedKeys(key: string, schema: z.ZodType): string[] {
  return listParts(schema).flatMap(([name, part]) => {
    const at = `${key}.${name}`;
    return [
      `${at}, explained${withDefault(readDefault(part))}`,
      ...checkedKeys(at, part),
    ];
  });
}

/** The keys of a declaration, as far down as the schema goes. */
function declaredKeys(
  key: string,
  declared: JsonSchema | undefined,
  schema: z.ZodType,
): string[] {
  const parts = listParts(schema);
  const { properties = {} } = objectIn(declared?.items ?? declared) ?? {};
  // Beyond the objects of the schema, the types of others begin.
  const names = parts.length > 0 ? Object.keys(properties) : [];
  const order = parts.map(([name]) => name);
  return names
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .flatMap(name => {
      const at = `${key}.${name}`;
      const part = parts.find(([other]) => other === name)?.[1];
      const { description = '' } = properties[name] ?? {};
      return [
        `${at}, ${description ? 'explained' : 'not explained'}${withDefault(
          documentedDefault(description),
        )}`,
        ...(part ? declaredKeys(at, properties[name], part) : []),
      ];
    });
}

function withDefault(text: string | undefined): string {
  return text === undefined ? '' : `, default ${text}`;
}

/** A default that is a value, as documents write it, e.g. `6 hours`. */
function readDefault(schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodDefault)) {
    return undefined;
  }
  const value: unknown = schema.def.defaultValue;
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  const parts = Object.entries(value).map(([unit, count]) =>
    count === 1 ? `1 ${unit.replace(/s$/, '')}` : `${count} ${unit}`,
  );
  return Array.isArray(value) ? undefined : parts.join(' ');
}

/** `6 hours` in `... Default: 6 hours.`; undefined if it is no value. */
function documentedDefault(description: string): string | undefined {
  const text = /Default:\s+(.+?)\.(?:\s|$)/s
    .exec(description)?.[1]
    ?.replace(/\s+/g, ' ');
  return text &&
    /^(true|false|\d+( \w+)?|P\w+|[a-z.]+\.com|[a-z]{2})$/.test(text)
    ? text
    : undefined;
}

/** Where there are several forms, the one that has keys. */
function objectIn(declared: JsonSchema | undefined): JsonSchema | undefined {
  return declared?.anyOf?.find(({ properties }) => properties) ?? declared;
}

function listParts(schema: z.ZodType): [string, z.ZodType][] {
  if (schema instanceof z.ZodPipe) {
    const { in: first, out } = schema;
    return listParts(
      (first instanceof z.ZodTransform ? out : first) as z.ZodType,
    );
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return listParts(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodArray) {
    return listParts(schema.element as z.ZodType);
  }
  return schema instanceof z.ZodObject
    ? Object.entries(schema.shape as Record<string, z.ZodType>)
    : [];
}
