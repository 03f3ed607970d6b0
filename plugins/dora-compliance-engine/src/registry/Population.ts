import type {
  ControlStatus,
  Duration,
  Evidence,
  IctAsset,
  Instant,
  Population as PopulationClause,
  Reason,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import { ControlProblem } from '../control/ControlProblem';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Expiry } from './Expiry';
import type { Needs } from './Needs';

/**
 * One of the things that must each comply.
 *
 * @public
 */
export type Member = {
  /** What assertions read as `member`. */
  value: object;
  /** The evidence that it is known by, the deciding one first. */
  evidence: readonly Evidence[];
  describes: Row['member'];
  /** Why nothing can be said of it, for example because evidence is stale. */
  problem?: Reason;
  /**
   * Why it is not known to comply even if it seems to, for example because its
   * source could not be read completely. It can still fail.
   */
  doubt?: Reason;
};

/**
 * What the members of a population are.
 *
 * @public
 */
export type MemberType = {
  /** Judgements name it; the type of evidence, if a member is a piece of it. */
  name: string;
  /** Assertions are checked against it. */
  schema: z.ZodType;
};

/**
 * The members of a control's population, and when time changes them.
 *
 * @public
 */
export type Members = {
  members: Member[];
  /** Set if there are none: what that means, and why. */
  empty?: { status: ControlStatus; reason: Reason };
  validUntil?: Instant | undefined;
  /** Evidence that must be renewed, or the members are not known any more. */
  expiries?: readonly Expiry[];
};

/**
 * Where and when members are looked for.
 *
 * @public
 */
export type PopulationContext = {
  asset: IctAsset;
  index: EvidenceIndex;
  asOf: Instant;
  /** Whether anything has ever been received from the asset's repositories. */
  sourceHeard: boolean;
};

/**
 * The things that must each comply with a control.
 *
 * @public
 */
export type Population = {
  member: MemberType;
  /** What it reads to find its members. */
  needs: Needs;
  /**
   * How far back what happened counts; absent if only the present counts. A gap
   * of a source within this time may hide a member.
   */
  window?: Duration;
  find(context: PopulationContext): Members;
};

/**
 * A kind of population that controls can name.
 *
 * @public
 */
export type PopulationType = {
  /** What control files name as `each`. */
  name: string;
  /**
   * A positive integer, 1 by default. Raise it with every change that can change
   * its members: results of an earlier version are then assessed again.
   */
  version?: number;
  /**
   * Creates the population that a control declares in a field.
   *
   * @throws a ControlProblem that names the field, if it is not valid
   */
  create(clause: PopulationClause, field?: string): Population;
};

/**
 * Defines a population from the schema of its declaration. Raise its version with
 * every change that can change its members.
 *
 * @public
 */
export function definePopulation<Clause extends z.ZodType>({
  name,
  version,
  clause,
  create,
}: {
  name: string;
  version?: number;
  clause: Clause;
  create(clause: z.output<Clause>): Population;
}): PopulationType {
  return {
    name,
    ...(version !== undefined && { version }),
    create(written, field = 'population') {
      const { each: _, ...fields } = written;
      const { data, error } = clause.safeParse(fields);
      const [issue] = error?.issues ?? [];
      if (issue) {
        const path = issue.path.map(part => `.${String(part)}`).join('');
        throw new ControlProblem(`${field}${path}`, issue.message);
      }
      return create(data as z.output<Clause>);
    },
  };
}
