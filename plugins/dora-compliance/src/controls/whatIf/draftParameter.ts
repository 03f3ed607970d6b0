import {
  Criticality,
  type Parameter,
  type ParameterOverride,
  type ParameterValue,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What is written in the form, as text. */
export type Draft = Record<Criticality, string> & {
  rationale: string;
  approvedBy: string;
  approvedOn: string;
};

/** A form with the values that count now. */
export function draftParameter(parameter: Parameter): Draft {
  return {
    'critical-or-important': writeValue(parameter['critical-or-important']),
    important: writeValue(parameter.important),
    standard: writeValue(parameter.standard),
    rationale: '',
    approvedBy: '',
    approvedOn: '',
  };
}

/** What a form asks to try, in the type of the parameter: whoever tries it decides later. */
export function readValues(
  draft: Draft,
  parameter: Parameter,
): Pick<ParameterOverride, Criticality> {
  return Object.fromEntries(
    Criticality.options
      .filter(level => draft[level].trim() !== writeValue(parameter[level]))
      .map(level => [level, readValue(draft[level].trim(), parameter[level])]),
  );
}

/** What a form asks to put into the configuration. */
export function readDraft(
  draft: Draft,
  parameter: Parameter,
): ParameterOverride {
  const { approvedBy, approvedOn, rationale } = draft;
  return {
    ...readValues(draft, parameter),
    rationale: rationale.trim(),
    ...(approvedBy.trim() && { approvedBy: approvedBy.trim() }),
    ...(approvedOn.trim() && {
      approvedOn: approvedOn.trim() as NonNullable<
        ParameterOverride['approvedOn']
      >,
    }),
  };
}

/** Text that is not of the type stays text: the backend says what is wrong with it. */
function readValue(text: string, like: ParameterValue): ParameterValue {
  if (Array.isArray(like)) {
    return text.split(',').flatMap(one => one.trim() || []);
  }
  if (
    typeof like === 'number' &&
    text !== '' &&
    Number.isFinite(Number(text))
  ) {
    return Number(text);
  }
  if (typeof like === 'boolean' && /^(true|false)$/.test(text)) {
    return text === 'true';
  }
  return text;
}

function writeValue(value: ParameterValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
