import {
  criticalityOfFunction,
  type EffectiveCriticality,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  effectiveCriticality,
  type GraphNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { Reader } from '../../permissions/Reader';
import { walkLinks } from './KnexAssetLinks';

/**
 * Why an asset is critical, using only what its reader may read. If a step of
 * the first path may not be read, another path is searched; there is none if
 * each has such a step.
 */
export async function readablePath(
  knex: Knex,
  entityRef: string,
  { level, because }: EffectiveCriticality,
  reader: Pick<Reader, 'readable'>,
): Promise<EffectiveCriticality['because']> {
  const isReadable = await reader.readable(because.map(step => step.entityRef));
  if (because.every(step => isReadable(step.entityRef))) {
    return because;
  }
  const around = await walkLinks(knex, entityRef, reader, ['to_ref']);
  const nodes = await readNodes(knex, around.refs);
  const found = effectiveCriticality(nodes, around.links).get(entityRef);
  return found?.level === level ? found?.because ?? [] : [];
}

async function readNodes(
  knex: Knex,
  refs: readonly string[],
): Promise<GraphNode[]> {
  const rows: {
    entity_ref: string;
    node: string;
    declared: string;
    criticality: string | null;
  }[] = await knex('inventory_node')
    .leftJoin('asset', 'asset.entity_ref', 'inventory_node.entity_ref')
    .whereIn('inventory_node.entity_ref', refs)
    .select(
      'inventory_node.entity_ref',
      'inventory_node.node',
      'inventory_node.declared',
      'asset.criticality',
    );
  return rows.map(({ entity_ref, node, declared, criticality }) => {
    const isFunction = node === 'function';
    const asset: EffectiveCriticality | null =
      criticality && JSON.parse(criticality);
    const level = isFunction
      ? criticalityOfFunction(JSON.parse(declared))
      : asset?.declared;
    return {
      entityRef: entity_ref,
      isFunction,
      ...(level && { declared: level }),
    };
  });
}
