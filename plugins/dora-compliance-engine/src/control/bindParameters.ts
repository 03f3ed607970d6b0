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

/** The values of parameters as written, and with texts such as `P7D` as times. */
export function bindParameters(
  parameters: NonNullable<Control['parameters']>,
): { written: BoundParameters; parameters: BoundParameters } {
  const bindEach = (bind: (value: ParameterValue) => unknown) =>
    Object.fromEntries(
      Criticality.options.map(level => [
        level,
        Object.fromEntries(
          Object.entries(parameters).map(([name, values]) => [
            name,
            bind(values[level]),
          ]),
        ),
      ]),
    ) as BoundParameters;
  return {
    written: bindEach(value => value),
    parameters: bindEach(bindValue),
  };
}

function bindValue(value: ParameterValue): unknown {
  const duration = Duration.safeParse(value);
  return duration.success ? TimeValue.span(duration.data) : value;
}
