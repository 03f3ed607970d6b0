import type {
  EvidenceType,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';

/**
 * How many deployments to each environment before the window are read: the running
 * one, and those before it, so that one with another commit is among them.
 */
const EARLIER_DEPLOYMENTS = 20;

/**
 * The deployments to each environment within the window, and the last ones before
 * it, in one statement. Each environment counts for itself: many deployments to one
 * must not hide those to another.
 */
export async function loadDeployments(
  knex: Knex,
  {
    keys,
    since,
    types,
  }: {
    keys: readonly string[];
    since: Instant;
    types: readonly EvidenceType[];
  },
): Promise<Evidence[]> {
  const ofAssets = () =>
    knex('evidence_subject')
      .whereIn('subject', keys.map(subjectHash))
      .whereIn('evidence_subject.type', types.map(typeNumber));
  const earlier = ofAssets()
    .where('evidence_subject.observed_at', '<=', since)
    .join('evidence', 'evidence.number', 'evidence_subject.evidence_number')
    .select(
      'evidence_number',
      knex.raw(
        `row_number() OVER (
          PARTITION BY subject, evidence_subject.type, ${readEnvironment(knex)}
          ORDER BY evidence_subject.observed_at DESC
        ) AS place`,
      ),
    );
  // One list of numbers: with two conditions PostgreSQL would read every row.
  const numbers = ofAssets()
    .where('observed_at', '>', since)
    .select('evidence_number')
    .union(
      knex
        .from(earlier.as('earlier'))
        .where('place', '<=', EARLIER_DEPLOYMENTS)
        .select('evidence_number'),
    );
  const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
    'number',
    numbers,
  );
  return rows.map(evidenceFromRow);
}

/** The name of an environment as JSON has it, whatever characters are in it. */
function readEnvironment(knex: Knex): string {
  return isSqlite(knex)
    ? `json_extract(predicate, '$.deployment.environment.name')`
    : `(predicate::json #> '{deployment,environment,name}')::text`;
}
