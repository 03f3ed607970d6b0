import type {
  EvidenceGap,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  coverageFromRow,
  type CoverageRow,
  type TargetOfSource,
} from '../collect/KnexCoverage';
import { targetKey, listTargets } from '../collect/listTargets';
import { inChunks } from '../../kernel/database/columns';
import { gapFromRow, type GapRow } from './gapRow';
import type { Interval } from './Interval';
import { knownSince } from './KnexKnownSince';
import { uncoveredGaps } from './uncoveredGaps';

/** Sorts before every instant there is evidence of. */
const BEGIN = '0000-01-01T00:00:00.000Z' as Instant;

/** The keys that a source concerns. */
type Concern = { source_id: string; subject_key: string };

/** The gaps of assets that are not covered. */
export async function findGaps(
  knex: Knex,
  assets: readonly IctAsset[],
): Promise<Map<string, EvidenceGap[]>> {
  const keys = [...new Set(assets.flatMap(listKeys))];
  const concerns = await findConcerns(knex, keys);
  const gaps = await openGaps(knex, concerns);
  if (gaps.length === 0) {
    return new Map();
  }
  const coverage = await findCoverage(knex, keys);
  const known = await knownSince(knex, assets);
  const ofAsset = (asset: IctAsset) => {
    const own = new Set(listKeys(asset));
    const since = known.get(asset.entityRef);
    // Nothing is known about it yet: then no time can be left out.
    const before = since ? [{ from: BEGIN, to: since }] : [];
    return uncoveredGaps(
      concerns
        .filter(({ subject_key }) => own.has(subject_key))
        .map(({ source_id, subject_key }) => ({
          gaps: gaps
            .filter(
              row =>
                row.source_id === source_id &&
                ['', subject_key].includes(row.target_key),
            )
            .map(gapFromRow),
          covered: [
            ...before,
            ...(coverage.get(
              toKey({ sourceId: source_id, targetKey: subject_key }),
            ) ?? []),
          ],
        })),
    );
  };
  return new Map(
    assets
      .map(asset => [asset.entityRef, ofAsset(asset)] as const)
      .filter(([, found]) => found.length > 0),
  );
}

function listKeys(asset: IctAsset): string[] {
  return listTargets(asset).map(targetKey);
}

async function findConcerns(
  knex: Knex,
  keys: readonly string[],
): Promise<Concern[]> {
  const found: Concern[] = [];
  for (const chunk of inChunks(keys)) {
    const rows: Concern[] = await knex('source_subject')
      .whereIn('subject_key', chunk)
      .select('source_id', 'subject_key')
      .union(
        knex('collection_target')
          .whereIn('target_key', chunk)
          .select('source_id', 'target_key AS subject_key'),
      );
    found.push(...rows);
  }
  return found;
}

async function openGaps(
  knex: Knex,
  concerns: readonly Concern[],
): Promise<GapRow[]> {
  const sources = [...new Set(concerns.map(({ source_id }) => source_id))];
  const keys = [...new Set(concerns.map(({ subject_key }) => subject_key))];
  const found: GapRow[] = [];
  for (const chunk of inChunks(keys.length > 0 ? ['', ...keys] : [])) {
    found.push(
      ...(await knex('source_gap')
        .whereNull('made_good_at')
        .whereIn('source_id', sources)
        .whereIn('target_key', chunk)),
    );
  }
  return found;
}

async function findCoverage(
  knex: Knex,
  keys: readonly string[],
): Promise<Map<string, Interval[]>> {
  const coverage = new Map<string, Interval[]>();
  for (const chunk of inChunks(keys)) {
    const rows: CoverageRow[] = await knex('collection_coverage').whereIn(
      'target_key',
      chunk,
    );
    for (const row of rows) {
      const id = toKey({ sourceId: row.source_id, targetKey: row.target_key });
      coverage.set(id, [...(coverage.get(id) ?? []), coverageFromRow(row)]);
    }
  }
  return coverage;
}

function toKey({ sourceId, targetKey: key }: TargetOfSource): string {
  return `${sourceId} ${key}`;
}
