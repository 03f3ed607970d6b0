import { z } from 'zod';
import { Verification } from '../evidence/Verification';
import { Area } from './Area';
import { Effort } from './Effort';
import { Crosswalk } from './Crosswalk';
import { Parameter } from './Parameter';
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
  /** About how long that takes, if somebody estimated it. */
  effort: Effort.optional(),
});

/** @public */
export type Control = z.output<typeof Control>;
