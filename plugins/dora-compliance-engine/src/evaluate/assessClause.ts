import type {
  Evidence,
  Instant,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledClause } from '../control/compileClauses';
import { earliest } from '../judgement/calendarDays';
import type { Expiry } from '../registry/Expiry';
import type { Members, PopulationContext } from '../registry/Population';
import { assessMember, type MemberContext } from './assessMember';

/** What it means that a population has no members, and why it has none. */
export type Empty = NonNullable<Members['empty']>;

/** The results for the members of one population. */
type AssessedClause = {
  rows: Row[];
  /** By which evidence each member is known. */
  known: readonly (readonly Evidence[])[];
  empty?: Empty;
  validUntil?: Instant | undefined;
  /** How far back what the results depend on goes. */
  since?: Instant | undefined;
  /** What ends unless it is renewed. */
  expiries: readonly Expiry[];
};

/** Finds the members of a population and assesses each. */
export function assessClause(
  { population, requirements }: CompiledClause,
  context: PopulationContext & MemberContext,
): AssessedClause {
  const {
    members,
    empty,
    validUntil,
    expiries = [],
  } = population.find(context);
  if (empty) {
    return { rows: [], known: [], empty, validUntil, expiries };
  }
  const assessed = members.map(member =>
    assessMember(requirements, member, context),
  );
  return {
    rows: assessed.map(({ row }) => row),
    known: members.map(({ evidence }) => evidence),
    validUntil: earliest(
      validUntil,
      ...assessed.map(({ changesAt }) => changesAt),
    ),
    since: earliest(...assessed.map(one => one.since)),
    expiries: [...expiries, ...assessed.flatMap(one => one.expiries)],
  };
}
