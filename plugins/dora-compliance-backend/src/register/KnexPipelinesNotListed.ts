import {
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';

/**
 * The names of pipelines that ran after an instant and belong to no asset, by the
 * key of their repository.
 */
export async function listPipelinesNotListed(
  knex: Knex,
  since: Instant,
): Promise<Map<string, string[]>> {
  const rows: { name: string; repository: string }[] = await knex(
    'pipeline_sighting',
  )
    .where('last_seen', '>', since)
    .whereNot('repository', '')
    .whereNotExists(
      knex('asset_identifier').whereRaw(
        'asset_identifier.subject_key = pipeline_sighting.subject_key',
      ),
    )
    .orderBy('name')
    .select('name', 'repository');
  const found = new Map<string, string[]>();
  for (const { name, repository } of rows) {
    const key = subjectKey({ kind: 'repository', uri: repository });
    found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}
