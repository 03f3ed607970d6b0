import type {
  Control,
  Reason,
  ReasonCode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Reasons whose `id` is that of a requirement. */
const ABOUT_REQUIREMENTS: ReadonlySet<string> = new Set<ReasonCode>([
  'assertion-error',
  'assertion-false',
  'assertion-true',
  'value-missing',
]);

/** The reason with the text of the requirement instead of its id, if it is known. */
export function nameRequirement(
  reason: Reason,
  assess: Control['assess'],
): Reason {
  const { code, params } = reason;
  const requirement = ABOUT_REQUIREMENTS.has(code)
    ? assess.find(({ id }) => id === params.id)
    : undefined;
  return requirement
    ? {
        code,
        // It stands within a sentence.
        params: { ...params, id: requirement.text.trim().replace(/\.$/, '') },
      }
    : reason;
}
