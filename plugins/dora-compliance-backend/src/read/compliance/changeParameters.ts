import type {
  Control,
  ParameterOverride,
  TrialRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  ControlProblem,
  overrideParameters,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

type Values = NonNullable<TrialRequest['parameters']>;

/** In place of what nobody decided yet. Nothing of it is recorded or shown. */
const UNDECIDED = { rationale: 'Nobody decided it yet.' };
const DECIDED = {
  ...UNDECIDED,
  approvedBy: 'nobody',
  approvedOn: '1970-01-01' as NonNullable<ParameterOverride['approvedOn']>,
};

/**
 * A control with other values in place of those that count now. A trial comes before the
 * decision, so that the values need neither a reason nor an approval yet; whether the
 * configuration asks for an approval is in the result.
 *
 * @throws a ControlProblem if a parameter does not exist, or a value is not possible
 */
export function changeParameters(
  installed: Control,
  values: Values,
): { control: Control; needsApproval: boolean } {
  const before = withoutOverrides(installed, values);
  const control = overrideParameters(before, complete(values, DECIDED));
  return { control, needsApproval: !isAllowed(before, values) };
}

function complete(values: Values, missing: typeof UNDECIDED) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { ...missing, ...value } as ParameterOverride,
    ]),
  );
}

/** Whether the configuration takes values that are possible as they are. */
function isAllowed(before: Control, values: Values): boolean {
  try {
    overrideParameters(before, complete(values, UNDECIDED));
    return true;
  } catch (error) {
    if (error instanceof ControlProblem) {
      return false;
    }
    throw error;
  }
}

/** A control whose given parameters have the values of its file. */
function withoutOverrides(
  control: Control,
  given: Readonly<Record<string, unknown>>,
): Control {
  const { parameters } = control;
  if (!parameters) {
    return control;
  }
  return {
    ...control,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, { override, ...parameter }]) => [
        name,
        override && Object.hasOwn(given, name)
          ? { ...parameter, ...override.before }
          : { ...parameter, ...(override && { override }) },
      ]),
    ),
  };
}
