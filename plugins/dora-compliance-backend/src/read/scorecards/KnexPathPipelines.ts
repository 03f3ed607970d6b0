import { PIPELINE_TYPE } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { whereTextIn } from '../../kernel/database/listTexts';
import { whereVisible } from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';
import {
  NODE_COLUMNS,
  type PathNode,
  type PathNodeRow,
  readPathNode,
} from './KnexPathAssets';

/** How many pipelines are named for one asset. */
const SHOWN = 20;

/** How a pipeline can change an asset, the surest first. */
const LINKS = ['deployed-by', 'same-repository'] as const;

/** A pipeline, and how it is linked to an asset. */
export type LinkedPipeline = PathNode & { link: (typeof LINKS)[number] };

/** The first pipelines of an asset, and how many it has. */
type LinkedPipelines = { pipelines: LinkedPipeline[]; count: number };

/**
 * The pipelines that deploy some assets, or that are defined in a repository of one of
 * them, by asset: those that deploy it first, then the greatest risk.
 *
 * @param assetRefs - the assets; of those that are pipelines, the repository tells nothing
 */
export async function readPathPipelines(
  knex: Knex,
  assetRefs: readonly string[],
  visible: Visibility,
): Promise<ReadonlyMap<string, LinkedPipelines>> {
  const rows: (PathNodeRow & {
    asset_ref: string;
    place: number;
    amount: StoredNumber;
  })[] = await knex
    .from(numberPipelines(knex, assetRefs, visible).as('numbered'))
    .join('asset_index', 'asset_index.entity_ref', 'numbered.pipeline_ref')
    .join('asset', 'asset.entity_ref', 'numbered.pipeline_ref')
    .leftJoin('asset_score', 'asset_score.entity_ref', 'numbered.pipeline_ref')
    .where('numbered.number', '<=', SHOWN)
    .orderBy(['numbered.asset_ref', 'numbered.number'])
    .select(
      'numbered.asset_ref',
      'numbered.place',
      'numbered.amount',
      ...NODE_COLUMNS,
    );
  const found = new Map<string, LinkedPipelines>();
  for (const row of rows) {
    const { pipelines = [] } = found.get(row.asset_ref) ?? {};
    const link = LINKS[row.place] ?? 'same-repository';
    found.set(row.asset_ref, {
      pipelines: [...pipelines, { ...readPathNode(row), link }],
      count: readNumber(row.amount),
    });
  }
  return found;
}

/** Each pipeline of each asset once, with its number among those of the asset. */
function numberPipelines(
  knex: Knex,
  assetRefs: readonly string[],
  visible: Visibility,
): Knex.QueryBuilder {
  const linked = knex
    .from(
      selectDeclared(knex, assetRefs)
        .unionAll(selectSameRepository(knex, assetRefs))
        .as('linked'),
    )
    .join('asset_index', 'asset_index.entity_ref', 'linked.pipeline_ref')
    .groupBy('linked.asset_ref', 'linked.pipeline_ref')
    .select('linked.asset_ref', 'linked.pipeline_ref')
    .min('linked.place as place')
    .min('asset_index.risk_order as risk_order');
  whereVisible(linked, knex, 'linked.pipeline_ref', visible);
  return knex.from(linked.as('pipeline')).select(
    'asset_ref',
    'pipeline_ref',
    'place',
    knex.raw(
      `ROW_NUMBER() OVER (PARTITION BY asset_ref
           ORDER BY place, risk_order, pipeline_ref) AS number,
         COUNT(*) OVER (PARTITION BY asset_ref) AS amount`,
    ),
  );
}

function selectDeclared(
  knex: Knex,
  assetRefs: readonly string[],
): Knex.QueryBuilder {
  const links = knex('inventory_link').where('relation', 'deployed-by');
  return whereTextIn(links, knex, 'from_ref', assetRefs).select(
    'from_ref as asset_ref',
    'to_ref as pipeline_ref',
    knex.raw('0 AS place'),
  );
}

/** A pipeline is of no use to another one of its repository. */
function selectSameRepository(
  knex: Knex,
  assetRefs: readonly string[],
): Knex.QueryBuilder {
  const keys = knex('asset_identifier as own')
    .join('asset_index as built', 'built.entity_ref', 'own.entity_ref')
    .join('asset_identifier as other', 'other.subject_key', 'own.subject_key')
    .join('asset_index as defined', 'defined.entity_ref', 'other.entity_ref')
    .whereRaw("own.subject_key LIKE 'repository|%'")
    .whereNot('built.type', PIPELINE_TYPE)
    .where('defined.type', PIPELINE_TYPE);
  return whereTextIn(keys, knex, 'own.entity_ref', assetRefs).select(
    'own.entity_ref as asset_ref',
    'other.entity_ref as pipeline_ref',
    knex.raw('1 AS place'),
  );
}
