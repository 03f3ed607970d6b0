import { canonicalJson } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { CursorError } from '../kernel/paging/cursor';
import type { CursorSeal } from '../kernel/paging/CursorSeal';
import { Fault } from './Fault';

/** A request for a list. */
type ListRequest<TQuery> = { path: string; params: object; query: TQuery };

/**
 * The query with its cursor decrypted. A cursor that was not issued for this
 * list, filter and order is rejected.
 */
export async function openCursor<TQuery extends object>(
  seal: CursorSeal,
  list: ListRequest<TQuery>,
): Promise<TQuery> {
  const { cursor } = list.query as { cursor?: string };
  if (cursor === undefined) {
    return list.query;
  }
  try {
    return { ...list.query, cursor: await seal.open(cursor, nameList(list)) };
  } catch (error) {
    if (error instanceof CursorError) {
      throw new Fault('cursor-invalid');
    }
    throw error;
  }
}

/** The response with its cursors encrypted, also those of lists inside it. */
export async function sealCursors<TAnswer>(
  seal: CursorSeal,
  list: ListRequest<object>,
  answer: TAnswer,
): Promise<TAnswer> {
  const name = nameList(list);
  const sealed = await sealPage(seal, name, answer);
  if (!isObject(sealed)) {
    return sealed;
  }
  for (const [key, value] of Object.entries(sealed)) {
    if (isObject(value) && Array.isArray(value.items)) {
      Object.assign(sealed, { [key]: await sealPage(seal, name, value) });
    }
  }
  return sealed;
}

async function sealPage<T>(seal: CursorSeal, name: string, page: T) {
  if (!isObject(page)) {
    return page;
  }
  const sealed: T & Record<string, unknown> = { ...page };
  for (const key of ['nextCursor', 'previousCursor']) {
    const cursor = sealed[key];
    if (typeof cursor === 'string') {
      Object.assign(sealed, { [key]: await seal.seal(cursor, name) });
    }
  }
  return sealed;
}

/**
 * Identifies a list by operation, parameters, filter and order; not by page.
 */
function nameList({ path, params, query }: ListRequest<object>): string {
  const { cursor, limit, ...rest } = query as Record<string, unknown>;
  return canonicalJson(JSON.parse(JSON.stringify({ path, params, rest })));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
