import {
  createTranslationMessages,
  createTranslationResource,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { doraComplianceReactTranslationRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { doraComplianceTranslationRef } from '../translation/doraComplianceTranslationRef';

/** `Intl` writes dates of this language without Latin letters. */
export const PSEUDO_LANGUAGE = 'el';

/** The English messages, with every Latin letter replaced by a Greek one. */
export const pseudoResources = [
  doraComplianceTranslationRef,
  doraComplianceReactTranslationRef,
].map((ref: TranslationRef) => {
  const messages = createTranslationMessages({
    ref,
    full: true,
    messages: Object.fromEntries(
      Object.entries(defaultMessages(ref)).map(([key, text]) => [
        key,
        toPseudo(text),
      ]),
    ),
  });
  return createTranslationResource({
    ref,
    translations: { [PSEUDO_LANGUAGE]: async () => ({ default: messages }) },
  });
});

/** The text in the pseudo-language; parameters stay. */
export function toPseudo(text: string): string {
  return text.replace(/\{\{[^}]*\}\}|[A-Za-z]/g, part =>
    part.length > 1
      ? part
      : String.fromCharCode(
          (part < 'a' ? 0x391 : 0x3b1) +
            (part.toLowerCase().charCodeAt(0) % 17),
        ),
  );
}

function defaultMessages(ref: TranslationRef): Record<string, string> {
  return (
    ref as unknown as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();
}
