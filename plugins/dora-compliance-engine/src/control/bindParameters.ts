import {
  type Control,
  Criticality,
  Duration,
  type ParameterValue,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { TimeValue } from '../assertion/TimeValue';

/**
 * The values of the parameters of a control by name, for each level of effective
 * criticality.
 *
 * @public
 */
export type BoundParameters = Readonly<
  Record<Criticality, Readonly<Record<string, unknown>>>
>;

/** Prepares the values of parameters; texts such as `P7D` become times. */
export function bindParameters(
  parameters: NonNullable<Control['parameters']>,
): BoundParameters {
  const valuesAt = (level: Criticality) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [
        name,
        bindValue(values[level]),
      ]),
    );
  return Object.fromEntries(
    Criticality.options.map(level => [level, valuesAt(level)]),
  ) as BoundParameters;
}

function bindValue(value: ParameterValue): unknown {
  const duration = Duration.safeParse(value);
  return duration.success ? TimeValue.span(duration.data) : value;
}
