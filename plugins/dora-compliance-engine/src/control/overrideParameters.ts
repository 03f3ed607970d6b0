import {
  addDuration,
  type Control,
  Criticality,
  Duration,
  type Parameter,
  type ParameterOverride,
  type ParameterValue,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from './ControlProblem';
import { suggestName } from './suggestName';

/** From the first day of each month of a common year and the next, a leap year. */
const STARTS = Array.from({ length: 24 }, (_, month) =>
  toInstant(new Date(Date.UTC(2023, month, 1))),
);

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

/** Whether a value is not known to be at least as strict as that of the control. */
function isLooser(
  { stricter, ...values }: Parameter,
  level: Criticality,
  after: ParameterValue,
): boolean {
  const before = values[level];
  if (write(before) === write(after)) {
    return false;
  }
  const [shortest, longest] = [measure(before), measure(after)];
  if (stricter === undefined || !shortest || !longest) {
    return true;
  }
  return stricter === 'lower'
    ? longest.most > shortest.least
    : longest.least < shortest.most;
}

/**
 * The value for critical assets counts where the level is unknown.
 *
 * @throws a ControlProblem if another level has a stricter one
 */
export function requireOrder(name: string, parameter: Parameter): void {
  const [strictest, ...others] = Criticality.options;
  const wrong = others.find(
    level =>
      parameter.stricter !== undefined &&
      isLooser(
        { ...parameter, [strictest!]: parameter[level] },
        strictest!,
        parameter[strictest!],
      ),
  );
  if (wrong) {
    throw new ControlProblem(
      `parameters.${name}.${strictest}`,
      `${write(parameter[strictest!])} is less strict than ${write(
        parameter[wrong],
      )} for ${wrong}; assets of an unknown criticality get the value of ${strictest}`,
    );
  }
}

/**
 * Numbers that order values, if they have some. Months and years differ in length:
 * three months are 89 to 92 days.
 */
function measure(
  value: ParameterValue,
): { least: number; most: number } | undefined {
  if (typeof value === 'string') {
    const duration = Duration.safeParse(value);
    const lengths = STARTS.map(
      start =>
        Date.parse(addDuration(start, duration.data ?? 'P1D')) -
        Date.parse(start),
    );
    return duration.success
      ? { least: Math.min(...lengths), most: Math.max(...lengths) }
      : undefined;
  }
  return typeof value === 'number' ? { least: value, most: value } : undefined;
}

function write(value: ParameterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
