import { z } from 'zod';
import { Instant } from '../../time/Instant';
import { manualContents, type ManualEvidenceType } from './manualTypes';

/**
 * A field of manual evidence, for a form.
 *
 * @public
 */
export type ManualField = {
  name: string;
  kind:
    | 'choice'
    | 'choices'
    | 'day'
    | 'flag'
    | 'group'
    | 'instant'
    | 'number'
    | 'text'
    | 'texts';
  isRequired: boolean;
  /** Of a choice. */
  options: readonly string[];
  /** Of a group. */
  fields: readonly ManualField[];
};

type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** JSON Schema has no format for instants; their pattern tells them from other texts. */
const INSTANT = z.toJSONSchema(Instant).pattern;

/**
 * The fields of a type of manual evidence, in the order of its schema.
 *
 * @public
 */
export function listManualFields(type: ManualEvidenceType): ManualField[] {
  const schema = z.toJSONSchema(manualContents[type], {
    unrepresentable: 'any',
    io: 'input',
  });
  return listFields(schema as Schema);
}

function listFields({ properties = {}, required = [] }: Schema): ManualField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    kind: nameKind(schema),
    isRequired: required.includes(name),
    options: schema.enum ?? schema.items?.enum ?? [],
    fields: listFields(schema),
  }));
}

function nameKind({
  type,
  format,
  pattern,
  ...schema
}: Schema): ManualField['kind'] {
  switch (type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return schema.items?.enum ? 'choices' : 'texts';
    case 'object':
      return 'group';
    default:
      break;
  }
  if (schema.enum) {
    return 'choice';
  }
  if (format === 'date') {
    return 'day';
  }
  return pattern === INSTANT ? 'instant' : 'text';
}
