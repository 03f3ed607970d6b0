import {
  type Control,
  type ParameterOverride,
  suggestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  ControlProblem,
  overrideParameters,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** What the configuration changes, by the id of the control. */
export type ControlOverrides = Readonly<
  Record<
    string,
    { parameters?: Readonly<Record<string, ParameterOverride>> | undefined }
  >
>;

/**
 * Controls with what the configuration changes of them.
 *
 * @throws an Error that names the key of all that is wrong
 */
export function overrideControls(
  controls: readonly Control[],
  overrides: ControlOverrides,
): Control[] {
  const ids = controls.map(({ id }) => id);
  const problems = Object.keys(overrides)
    .filter(id => !ids.includes(id))
    .map(
      id =>
        `doraCompliance.controls.${id}: no such control is installed${suggestName(
          id,
          ids,
        )}`,
    );
  const overridden = controls.map(control => {
    try {
      const { parameters } = overrides[control.id] ?? {};
      return parameters ? overrideParameters(control, parameters) : control;
    } catch (error) {
      if (!(error instanceof ControlProblem)) {
        throw error;
      }
      problems.push(`doraCompliance.controls.${control.id}.${error.message}`);
      return control;
    }
  });
  if (problems.length > 0) {
    throw new Error(`The configuration can't be used:\n${problems.join('\n')}`);
  }
  return overridden;
}
