import {
  type AssetGraphView,
  type Link,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { RegisterStore } from '../../register/RegisterStore';
import { inChunks } from '../../kernel/database/columns';
import type { Reader } from '../../permissions/Reader';

/** How far, and how much, is shown around an asset. */
const MAX_DEPTH = 8;
const MAX_NODES = 120;

type LinkRow = { from_ref: string; to_ref: string; relation: Link['relation'] };

/** The links of some nodes to and from others, each once. */
async function linksAt(
  knex: Knex,
  end: End,
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

/** The graph around a node, as far as its reader may read it. */
type Around = { refs: string[]; links: Link[]; cut: boolean };

type End = 'from_ref' | 'to_ref';

/**
 * The graph around a node: everything that leads to it, from functions down,
 * and everything it uses, level by level, within limits. Entities that the
 * reader may not read are left out, and so is what is only reached through
 * them.
 */
export async function readAssetGraph(
  knex: Knex,
  register: RegisterStore,
  entityRef: string,
  reader: Pick<Reader, 'readable'>,
): Promise<AssetGraphView> {
  const { refs, links, cut } = await walkLinks(knex, entityRef, reader, [
    'to_ref',
    'from_ref',
  ]);
  const named = await register.names(refs);
  return { nodes: [...named.values()], links, cut };
}

/** What leads to a node, or what it uses, or both. */
export async function walkLinks(
  knex: Knex,
  entityRef: string,
  reader: Pick<Reader, 'readable'>,
  ends: readonly End[],
): Promise<Around> {
  const links = new Map<string, Link>();
  const seen = new Set([entityRef]);
  let cut = false;
  for (const end of ends) {
    let edge = [entityRef];
    for (let depth = 0; edge.length > 0; depth++) {
      if (depth === MAX_DEPTH) {
        cut = true;
        break;
      }
      const next = new Set<string>();
      for (const link of await readableAt(knex, end, edge, reader)) {
        const other = otherEnd(link, end);
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
  return { refs: [...seen], links: [...links.values()], cut };
}

/** The links of some nodes to others that may be read. */
async function readableAt(
  knex: Knex,
  end: End,
  refs: readonly string[],
  reader: Pick<Reader, 'readable'>,
): Promise<Link[]> {
  const links = await linksAt(knex, end, refs);
  const isReadable = await reader.readable(
    links.map(link => otherEnd(link, end)),
  );
  return links.filter(link => isReadable(otherEnd(link, end)));
}

function otherEnd({ from, to }: Link, end: End): string {
  return end === 'to_ref' ? from : to;
}
