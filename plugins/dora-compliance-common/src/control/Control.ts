import { z } from 'zod';
import { Verification } from '../evidence/Verification';
import { Duration } from '../time/Duration';
import { Area } from './Area';
import { Crosswalk } from './Crosswalk';
import { Population } from './Population';
import { Provision } from './Provision';
import { Regime } from './Regime';

/**
 * How serious a finding is.
 *
 * @public
 */
export const Severity = z.enum(['critical', 'high', 'medium', 'low']);

/** @public */
export type Severity = z.output<typeof Severity>;

/**
 * What evidence must be like to count for a control.
 *
 * @public
 */
export const EvidenceDemand = z.strictObject({
  /**
   * How much of the origin must have been proven. What is below does not
   * count; where it would have changed the result, nothing can be said.
   */
  verification: Verification,
});

/** @public */
export type EvidenceDemand = z.output<typeof EvidenceDemand>;

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
  })
  .refine(
    ({ basis: _, ...values }) =>
      new Set(Object.values(values).map(nameKind)).size === 1,
    { message: 'must have values of one type' },
  );

/** @public */
export type Parameter = z.output<typeof Parameter>;

function nameKind(value: ParameterValue): string {
  if (typeof value === 'string') {
    return Duration.safeParse(value).success ? 'duration' : 'string';
  }
  return Array.isArray(value) ? 'list' : typeof value;
}

/**
 * A testable statement within a control.
 *
 * @public
 */
export const AssessmentRequirement = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be kebab-case'),
  /** The statement in one sentence. */
  text: z.string().min(1),
  /** A CEL expression over the member, e.g. `change.independence.satisfied`. */
  assert: z.string().min(1),
  /** Absent if the requirement is about the members of the control. */
  population: Population.optional(),
});

/** @public */
export type AssessmentRequirement = z.output<typeof AssessmentRequirement>;

/**
 * A safeguard, what it must achieve, and how that is assessed. Data: one YAML
 * file each.
 *
 * @public
 */
export const Control = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d\d-[a-z0-9-]+$/, 'must be like chg-02-name'),
  /** Short code in the control catalogue, e.g. `CHG-02`. */
  code: z.string().regex(/^[A-Z]+-\d\d$/, 'must be like CHG-02'),
  title: z.string().min(1),
  /** What the control must achieve. */
  objective: z.string().min(1),
  provisions: z.array(Provision).min(1),
  /** The regimes in which it is assessed. Default: `full`. */
  regimes: z.array(Regime).min(1).optional(),
  /**
   * What the provisions ask and this control does not assess, in sentences.
   * Absent only when it assesses all.
   */
  notCovered: z.array(z.string().min(1)).min(1).optional(),
  /** Requirements of other frameworks about the same. For information only. */
  crosswalks: z.array(Crosswalk).min(1).optional(),
  lens: z.strictObject({ area: Area }),
  /** Backstage filter predicate over {@link IctAsset}. */
  appliesTo: z.record(z.string(), z.json()),
  severity: z.strictObject({
    'critical-or-important': Severity,
    important: Severity,
    standard: Severity,
  }),
  /** Values that assertions read, by name. */
  parameters: z
    .record(
      z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'must be in camel case'),
      Parameter,
    )
    .optional(),
  population: Population,
  /** Absent when evidence of any origin counts. */
  evidence: EvidenceDemand.optional(),
  assess: z.array(AssessmentRequirement).min(1),
  /** What to do about a finding, in a few sentences. */
  remediation: z.string().min(1),
});

/** @public */
export type Control = z.output<typeof Control>;
