import {
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { repositoryKeys } from '../asset/assetKeys';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import { evidenceFromRow, type EvidenceRow } from './evidenceRow';

/**
 * How many deployments ahead of the window are looked at to find the one
 * before its first.
 */
const EARLIER_DEPLOYMENTS = 50;

const LINKS: readonly EvidenceType[] = [
  'commits-pushed',
  'change-merged',
  'pipeline-run-finished',
];

/**
 * Four hops, each one statement for all assets: deployments of the
 * repositories, the earliest sighting of what they deployed, all links since
 * then, and what else is known of the changes among them.
 */
export async function loadLineage(
  knex: Knex,
  assets: readonly IctAsset[],
  since: Instant,
): Promise<Evidence[]> {
  const repositories = [...new Set(assets.flatMap(repositoryKeys))];
  const found: Evidence[] = [];
  for (const chunk of inChunks(repositories, 100)) {
    const deployments = await loadDeployments(knex, chunk, since);
    const start = await earliestSighting(knex, deployments);
    const links = start ? await loadLinks(knex, chunk, start) : [];
    const reviews = await loadChanges(knex, links);
    found.push(...deployments, ...links, ...reviews);
  }
  return found;
}

async function loadDeployments(knex: Knex, keys: string[], since: Instant) {
  const ofRepositories = () =>
    knex('evidence_subject')
      .whereIn('subject_key', keys)
      .where('type', 'service-deployed');
  const earlier = ofRepositories()
    .where('observed_at', '<=', since)
    .select('evidence_id')
    .rowNumber('place', query =>
      query.partitionBy('subject_key').orderBy('observed_at', 'desc'),
    );
  const rows: EvidenceRow[] = await knex('held_evidence')
    .whereIn(
      'id',
      ofRepositories().where('observed_at', '>', since).select('evidence_id'),
    )
    .orWhereIn(
      'id',
      knex
        .from(earlier.as('earlier'))
        .where('place', '<=', EARLIER_DEPLOYMENTS)
        .select('evidence_id'),
    );
  return rows.map(evidenceFromRow);
}

async function earliestSighting(
  knex: Knex,
  deployments: Evidence[],
): Promise<Instant | undefined> {
  const commits = new Set(
    deployments.flatMap(deployment =>
      deployment.subjects
        .filter(({ kind }) => kind === 'commit')
        .map(subjectKey),
    ),
  );
  const sightings: Instant[] = [];
  for (const chunk of inChunks([...commits])) {
    const row = await knex('evidence_subject')
      .whereIn('subject_key', chunk)
      .whereIn('type', LINKS)
      .min<{ at: StoredInstant | null }[]>({ at: 'observed_at' })
      .first();
    if (row?.at) {
      sightings.push(readInstant(row.at));
    }
  }
  return sightings.sort()[0];
}

async function loadLinks(knex: Knex, keys: string[], start: Instant) {
  const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
    'id',
    knex('evidence_subject')
      .whereIn('subject_key', keys)
      .whereIn('type', LINKS)
      .where('observed_at', '>=', start)
      .select('evidence_id'),
  );
  return rows.map(evidenceFromRow);
}

async function loadChanges(knex: Knex, links: Evidence[]) {
  const changes = new Set(
    links
      .filter(({ type }) => type === 'change-merged')
      .flatMap(({ subjects }) => subjects)
      .filter(({ kind }) => kind === 'change')
      .map(subjectKey),
  );
  const found: Evidence[] = [];
  for (const chunk of inChunks([...changes])) {
    const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
      'id',
      knex('evidence_subject')
        .whereIn('subject_key', chunk)
        .whereIn('type', ['change-reviewed', 'change-updated'])
        .select('evidence_id'),
    );
    found.push(...rows.map(evidenceFromRow));
  }
  return found;
}
