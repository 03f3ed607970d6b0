import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';
import { isPlaceholder, isReason } from './placeholder';

/** A text that somebody declares, which must not be a placeholder. */
export function declaredText() {
  return z
    .string()
    .refine(text => !isPlaceholder(text), schemaMessage('placeholder', {}));
}

/** A text that must say why. */
export function declaredReason() {
  return z.string().refine(isReason, schemaMessage('reason', {}));
}
