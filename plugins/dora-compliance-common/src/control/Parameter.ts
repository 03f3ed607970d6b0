import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { Day } from '../time/Day';
import { Duration } from '../time/Duration';
import { Provision } from './Provision';

/**
 * A value that an assertion reads as `parameters.<name>`: a number, a text, a list
 * of texts, true or false. A text such as `P7D` is a length of time.
 *
 * @public
 */
export const ParameterValue = z.union([
  z.boolean(),
  z.number(),
  z.string().min(1),
  z.array(z.string().min(1)),
]);

/** @public */
export type ParameterValue = z.output<typeof ParameterValue>;

/**
 * Values that the configuration sets in place of those of a control, and why.
 *
 * @public
 */
export const ParameterOverride = z.strictObject({
  'critical-or-important': ParameterValue.optional(),
  important: ParameterValue.optional(),
  standard: ParameterValue.optional(),
  /** Why the organization needs other values. */
  rationale: z.string().trim().min(10, 'must say why, in a sentence'),
  /** Who approved it and when; required unless all values are stricter. */
  approvedBy: z.string().trim().min(1).optional(),
  approvedOn: Day.optional(),
});

/** @public */
export type ParameterOverride = z.output<typeof ParameterOverride>;

/**
 * What the configuration changed, with the values of the control before it.
 *
 * @public
 */
export const AppliedOverride = ParameterOverride.pick({
  rationale: true,
  approvedBy: true,
  approvedOn: true,
}).extend({
  before: z.record(Criticality, ParameterValue),
});

/** @public */
export type AppliedOverride = z.output<typeof AppliedOverride>;

/**
 * A parameter of a control: a value for each level of effective criticality, and
 * where the values come from. The value for critical assets must be the strictest:
 * it also counts where the level is unknown.
 *
 * @public
 */
export const Parameter = z
  .strictObject({
    'critical-or-important': ParameterValue,
    important: ParameterValue,
    standard: ParameterValue,
    /** The provision that states the values, or `policy` of the organization. */
    basis: z.union([
      z.literal('policy'),
      Provision.pick({ act: true, ref: true }),
    ]),
    /** Which values are stricter. Absent if they have no order. */
    stricter: z.enum(['lower', 'higher']).optional(),
    /** Set by the backend if the configuration changes the values. */
    override: AppliedOverride.optional(),
  })
  .refine(
    parameter =>
      new Set(Criticality.options.map(level => nameKind(parameter[level])))
        .size === 1,
    { message: 'must have values of one type' },
  );

/** @public */
export type Parameter = z.output<typeof Parameter>;

/**
 * What a value of a parameter is: `duration`, `string`, `number`, `boolean` or
 * `list`.
 */
function nameKind(value: ParameterValue): string {
  if (typeof value === 'string') {
    return Duration.safeParse(value).success ? 'duration' : 'string';
  }
  return Array.isArray(value) ? 'list' : typeof value;
}
