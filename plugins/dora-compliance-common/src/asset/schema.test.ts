import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AssetDeclaration } from './AssetDeclaration';
import { FUNCTION_TYPE, FunctionDeclaration } from './BusinessFunction';
import { PROVIDER_TYPE, ProviderDeclaration } from './IctProvider';

const folder = path.resolve(__dirname, '../../../../docs/reference/schema');

/**
 * A schema of whole entities that says something of `spec.dora` only, so that
 * editors can apply it to a file of the catalog as it is.
 */
function entitySchema(
  title: string,
  declaration: z.ZodObject,
  type: z.core.JSONSchema.JSONSchema = { type: 'string' },
) {
  const { $schema, ...dora } = z.toJSONSchema(declaration.partial(), {
    io: 'input',
    target: 'draft-7',
  });
  return {
    $schema,
    title,
    $comment: 'Made from the code; do not edit.',
    type: 'object',
    properties: { spec: { type: 'object', properties: { type, dora } } },
  };
}

const schemas = {
  'ict-asset': entitySchema('ICT asset', AssetDeclaration),
  'business-function': entitySchema('Business function', FunctionDeclaration, {
    const: FUNCTION_TYPE,
  }),
  'ict-third-party-provider': entitySchema(
    'ICT third-party provider',
    ProviderDeclaration,
    { const: PROVIDER_TYPE },
  ),
};

describe.each(Object.entries(schemas))('the schema %s', (name, schema) => {
  it('is the file as it stands; UPDATE_DOCS=1 yarn test writes it again', () => {
    const file = path.join(folder, `${name}.schema.json`);
    const made = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_DOCS) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, made);
    }
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('lets every field be missing and no other field be there', () => {
    const { dora } = schema.properties.spec.properties;
    expect(dora.required).toBeUndefined();
    expect(dora.additionalProperties).toBe(false);
  });
});
