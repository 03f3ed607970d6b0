import {
  type AssetGraphView,
  type Link,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { RegisterStore } from '../asset/RegisterStore';
import { inChunks } from '../database/columns';

/** How far, and how much, is shown around an asset. */
const MAX_DEPTH = 8;
const MAX_NODES = 120;

type LinkRow = { from_ref: string; to_ref: string; relation: Link['relation'] };

/** The links of some nodes to and from others, each once. */
async function linksAt(
  knex: Knex,
  end: 'from_ref' | 'to_ref',
  refs: readonly string[],
): Promise<Link[]> {
  const found: Link[] = [];
  for (const chunk of inChunks(refs)) {
    const rows: LinkRow[] = await knex('inventory_link')
      .join('inventory_node as used', 'used.entity_ref', 'to_ref')
      .join('inventory_node as user', 'user.entity_ref', 'from_ref')
      .whereIn(end, chunk)
      .distinct('from_ref', 'to_ref', 'relation')
      .orderBy(['from_ref', 'to_ref', 'relation']);
    found.push(
      ...rows.map(({ from_ref, to_ref, relation }) => ({
        from: from_ref,
        to: to_ref,
        relation,
      })),
    );
  }
  return found;
}

/** What each of some assets is linked to, in either direction. */
export async function linkedTo(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const linked = new Map<string, Set<string>>(
    refs.map(ref => [ref, new Set()]),
  );
  for (const { from, to } of await linksAt(knex, 'from_ref', refs)) {
    linked.get(from)?.add(to);
  }
  for (const { from, to } of await linksAt(knex, 'to_ref', refs)) {
    linked.get(to)?.add(from);
  }
  return new Map([...linked].map(([ref, others]) => [ref, [...others].sort()]));
}

/**
 * What stands around a node: all that leads to it, from functions down, and
 * all it uses, level by level, as far as limits allow.
 */
export async function readAssetGraph(
  knex: Knex,
  register: RegisterStore,
  entityRef: string,
): Promise<AssetGraphView> {
  const links = new Map<string, Link>();
  const seen = new Set([entityRef]);
  let cut = false;
  for (const end of ['to_ref', 'from_ref'] as const) {
    let edge = [entityRef];
    for (let depth = 0; edge.length > 0; depth++) {
      if (depth === MAX_DEPTH) {
        cut = true;
        break;
      }
      const next = new Set<string>();
      for (const link of await linksAt(knex, end, edge)) {
        const other = end === 'to_ref' ? link.from : link.to;
        if (!seen.has(other) && seen.size + 1 > MAX_NODES) {
          cut = true;
          continue;
        }
        if (!seen.has(other)) {
          next.add(other);
        }
        seen.add(other);
        links.set(`${link.from} ${link.to} ${link.relation}`, link);
      }
      edge = [...next];
    }
  }
  const named = await register.names([...seen]);
  return { nodes: [...named.values()], links: [...links.values()], cut };
}
