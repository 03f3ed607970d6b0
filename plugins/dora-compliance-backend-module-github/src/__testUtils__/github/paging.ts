import type { Body } from './bodies';

/** A list, and how a page of it is wrapped. */
export type Listing = {
  status?: number;
  items: readonly Body[];
  wrap?: (items: readonly Body[], total: number) => unknown;
  /** Whether pages follow a cursor instead of numbers. */
  byCursor?: boolean;
  /** GitHub lists no more than this. */
  most?: number;
};

/** A page of a list with the header that reports on other pages. */
export function buildPage(listing: Listing, url: URL, repository: number) {
  const { items, wrap = (page: unknown) => page, byCursor, most } = listing;
  const shown = items.slice(0, most);
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const name = byCursor ? 'after' : 'page';
  const page = Number(url.searchParams.get(name)?.replace('cursor-', '') ?? 1);
  const last = Math.max(1, Math.ceil(shown.length / size));
  const to = (number: number, rel: string) => {
    const path = url.pathname.replace(
      /^\/repos\/[^/]+\/[^/]+/,
      `/repositories/${repository}`,
    );
    const other = new URL(`${path}${url.search}`, url);
    other.searchParams.set(name, byCursor ? `cursor-${number}` : `${number}`);
    return `<${other}>; rel="${rel}"`;
  };
  const links = page < last ? [to(page + 1, 'next'), to(last, 'last')] : [];
  return {
    body: wrap(shown.slice((page - 1) * size, page * size), items.length),
    headers: links.length > 0 ? { link: links.join(', ') } : undefined,
  };
}
