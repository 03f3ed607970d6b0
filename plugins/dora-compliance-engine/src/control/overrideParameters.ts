import {
  type Control,
  Criticality,
  type Parameter,
  type ParameterOverride,
  type ParameterValue,
  suggestName,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from './ControlProblem';
import { requireBounded } from './checkDurations';
import { isLooser, measure, requireOrder, write } from './parameterOrder';

/**
 * A control with other values of its parameters, which record why, and what was
 * there before.
 *
 * @throws a ControlProblem if a parameter does not exist, a value is of another
 *   type, or a looser value lacks an approval
 * @public
 */
export function overrideParameters(
  control: Control,
  overrides: Readonly<Record<string, ParameterOverride>>,
): Control {
  const { parameters = {} } = control;
  const changed = Object.entries(overrides).map(([name, override]) => {
    const known = Object.hasOwn(parameters, name)
      ? parameters[name]
      : undefined;
    if (!known) {
      throw new ControlProblem(
        `parameters.${name}`,
        `the control has no such parameter${suggestName(
          name,
          Object.keys(parameters),
        )}`,
      );
    }
    return [name, overrideParameter(name, known, override)] as const;
  });
  return {
    ...control,
    parameters: { ...parameters, ...Object.fromEntries(changed) },
  };
}

function overrideParameter(
  name: string,
  parameter: Parameter,
  override: ParameterOverride,
): Parameter {
  const { rationale, approvedBy, approvedOn } = override;
  const isApproved = approvedBy !== undefined && approvedOn !== undefined;
  const { override: _, ...before } = parameter;
  const after = { ...before };
  for (const level of Criticality.options) {
    const value = override[level];
    if (value !== undefined) {
      const field = `parameters.${name}.${level}`;
      requireBounded(field, value);
      requireSameType(field, parameter[level], value);
      if (!isApproved && isLooser(parameter, level, value)) {
        throw new ControlProblem(
          field,
          `${write(value)} is not stricter than ${write(
            parameter[level],
          )}; add approvedBy and approvedOn`,
        );
      }
      after[level] = value;
    }
  }
  requireOrder(name, after);
  return {
    ...after,
    override: {
      rationale,
      ...(approvedBy && { approvedBy }),
      ...(approvedOn && { approvedOn }),
      before: pickValues(parameter),
    },
  };
}

function pickValues(parameter: Parameter): Record<Criticality, ParameterValue> {
  return Object.fromEntries(
    Criticality.options.map(level => [level, parameter[level]]),
  ) as Record<Criticality, ParameterValue>;
}

function requireSameType(
  field: string,
  before: ParameterValue,
  after: ParameterValue,
): void {
  if (nameType(before) !== nameType(after)) {
    throw new ControlProblem(
      field,
      `${write(after)} is a ${nameType(after)}; write a ${nameType(
        before,
      )} such as ${write(before)}`,
    );
  }
}

function nameType(value: ParameterValue): string {
  if (Array.isArray(value)) {
    return 'list';
  }
  return measure(value) !== undefined && typeof value === 'string'
    ? 'duration'
    : typeof value;
}
