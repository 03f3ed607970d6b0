import { z } from 'zod';
import type { ConditionalCache } from '../collect/EvidenceCollector';

/** Headers by which lists go on. A 304 need not have them (RFC 9110 15.4.5). */
const PAGING = ['link', 'x-next-page', 'x-total', 'x-ms-continuationtoken'];

const Kept = z.object({
  paging: z.record(z.string(), z.string()),
  body: z.unknown(),
});

/** An answer as it was kept, to be asked whether it still holds. */
type KeptAnswer = z.output<typeof Kept> & { etag: string };

/** What was kept of an address; undefined when it was nothing we can use. */
export async function keptAnswer(
  cache: ConditionalCache | undefined,
  url: string,
): Promise<KeptAnswer | undefined> {
  const known = await cache?.get(url);
  const kept = Kept.safeParse(known?.body).data;
  return known && kept && { ...kept, etag: known.etag };
}

/** Keeps an answer that can be asked for again by its mark. */
export async function keepAnswer(
  cache: ConditionalCache | undefined,
  url: string,
  { headers, body }: { headers: Headers; body: unknown },
): Promise<void> {
  const etag = headers.get('etag');
  if (cache && etag) {
    const paging = Object.fromEntries(
      PAGING.flatMap(name => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    await cache.set(url, { etag, body: { paging, body } });
  }
}

/** The headers of an answer, with where its list goes on. */
export function withPaging(
  headers: Headers,
  paging: KeptAnswer['paging'],
): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(paging)) {
    if (!all.has(name)) {
      all.set(name, value);
    }
  }
  return all;
}
