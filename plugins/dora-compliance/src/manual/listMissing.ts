import type { ManualField } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { cleanContent } from './cleanContent';
import type { Content } from './ManualFields';

/** The required fields of a form that are still empty; a group counts as one. */
export function listMissing(
  fields: readonly ManualField[],
  content: Content,
): ManualField[] {
  const cleaned = cleanContent(fields, content);
  return fields.filter(({ name, isRequired, kind, fields: inner }) =>
    kind === 'group'
      ? cleaned[name] !== undefined &&
        listMissing(inner, (content[name] as Content) ?? {}).length > 0
      : isRequired && cleaned[name] === undefined,
  );
}
