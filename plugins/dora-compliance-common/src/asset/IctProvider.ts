import { z } from 'zod';
import { declaredText } from './declaredText';
import { EntityRefText } from './EntityRefText';
import { schemaMessage } from '../rules/schemaMessage';

/** `spec.type` of ICT third-party providers. @public */
export const PROVIDER_TYPE = 'ict-third-party-provider';

/**
 * Whether a text is a Legal Entity Identifier: 20 characters whose check
 * digits are right (ISO 17442, mod 97).
 *
 * @public
 */
export function isLei(text: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(text)) {
    return false;
  }
  let remainder = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/**
 * What a Resource of type `ict-third-party-provider` declares under
 * `spec.dora` (ITS 2024/2956 templates B_02.01, B_05.01, B_05.02).
 *
 * @public
 */
export const ProviderDeclaration = z.strictObject({
  legalName: declaredText().describe('Legal name (B_05.01.0050)'),
  lei: z
    .string()
    .refine(isLei, schemaMessage('lei', {}))
    .describe('Legal Entity Identifier (B_05.01.0010)'),
  euid: z
    .string()
    .regex(
      /^[A-Z]{2}[A-Z0-9]*\.[A-Za-z _/.-]*\d[\w /.-]*$/,
      schemaMessage('euid', {}),
    )
    .describe('European Unique Identifier (B_05.01.0010)'),
  headquarters: z
    .string()
    .regex(/^[A-Z]{2}$/, schemaMessage('country', {}))
    .describe('Country of the head office (B_05.01.0080)'),
  services: z
    .array(
      z.string().regex(/^S(0[1-9]|1\d)$/, schemaMessage('service-type', {})),
    )
    .min(1)
    .describe('Types of ICT services (ITS 2024/2956 Annex III)'),
  contract: declaredText().describe('Contract reference (B_02.01.0010)'),
  subcontractors: z
    .array(
      z.strictObject({
        name: declaredText(),
        provider: EntityRefText.optional(),
        rank: z.number().int().min(2),
      }),
    )
    .describe('Subcontractors in the supply chain (B_05.02)'),
});

/** @public */
export type ProviderDeclaration = Partial<z.output<typeof ProviderDeclaration>>;
