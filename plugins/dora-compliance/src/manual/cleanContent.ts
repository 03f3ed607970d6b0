import type { ManualField } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Content } from './ManualFields';

/**
 * The content of a form as the API takes it: without what was left empty, lists without
 * empty lines, instants in UTC. A required flag that was left alone is no; a required list
 * that was left alone is empty.
 */
export function cleanContent(
  fields: readonly ManualField[],
  content: Content,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(field => {
      const value = cleanValue(field, content[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function cleanValue(field: ManualField, value: unknown): unknown {
  const { kind, isRequired } = field;
  switch (kind) {
    case 'flag':
      return value ?? (isRequired ? false : undefined);
    case 'choices':
      return value ?? (isRequired ? [] : undefined);
    case 'texts': {
      const lines = Array.isArray(value) ? value : [];
      const texts = lines.map(line => String(line).trim()).filter(Boolean);
      return texts.length > 0 || isRequired ? texts : undefined;
    }
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value)
        ? value
        : undefined;
    case 'group': {
      const group = cleanContent(field.fields, (value as Content) ?? {});
      return Object.keys(group).length > 0 || isRequired ? group : undefined;
    }
    case 'instant':
      return toInstant(value);
    default:
      return typeof value === 'string' ? value.trim() || undefined : undefined;
  }
}

/** What the browser asks for is in the time zone of the reader. */
function toInstant(value: unknown): string | undefined {
  const time = new Date(String(value ?? ''));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
