import type { Operation } from './Operation';

/**
 * What the client says of a request.
 *
 * @public
 */
export type FetchRequest = {
  method: string;
  headers?: Record<string, string>;
  body?: string;
};

/** The request of an operation. Parameters without a value are left out. */
export function writeRequest(
  { method, path }: Pick<Operation, 'method' | 'path'>,
  {
    base,
    params,
    query,
    body,
  }: {
    base: string;
    params: Readonly<Record<string, string>>;
    query: object;
    body?: unknown;
  },
): FetchRequest & { url: string } {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return {
    method,
    url: [`${base}${address}`, search.join('&')].filter(Boolean).join('?'),
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  };
}
