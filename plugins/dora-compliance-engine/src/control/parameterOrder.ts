import {
  Criticality,
  Duration,
  type Parameter,
  type ParameterValue,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { measureDuration } from '../population/measureDuration';
import { ControlProblem } from './ControlProblem';

/** Whether a value is not known to be at least as strict as that of the control. */
export function isLooser(
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
 * @throws a ControlProblem if it is less strict than another one
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

/** Numbers that order values, if they have some. */
export function measure(
  value: ParameterValue,
): { least: number; most: number } | undefined {
  if (typeof value === 'string') {
    const { data: duration } = Duration.safeParse(value);
    return duration ? measureDuration(duration) : undefined;
  }
  return typeof value === 'number' ? { least: value, most: value } : undefined;
}

/** A value as messages write it. */
export function write(value: ParameterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
