import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/**
 * What a document holds of one kind of request, by what follows the project
 * in its path. What was refused is left out, as is what can't be read of a
 * document that is not whole; of a whole one that throws.
 */
export function bodiesOf<T extends z.ZodType>(
  { answers, complete }: CollectedDocument,
  rest: RegExp,
  shape: T,
): z.output<T>[] {
  return answers
    .filter(({ request }) => rest.test(restOf(request)))
    .filter(({ status }) => status === 200 || status === 304)
    .flatMap(({ body }) => {
      const read = shape.safeParse(body);
      if (!read.success && complete) {
        throw read.error;
      }
      return read.success ? [read.data] : [];
    });
}

/** The only answer to a kind of request, where there is one. */
export function bodyOf<T extends z.ZodType>(
  document: CollectedDocument,
  rest: RegExp,
  shape: T,
): z.output<T> | undefined {
  return bodiesOf(document, rest, shape)[0];
}

/** The items of all pages of a list; undefined when no page was read. */
export function itemsOf<T extends z.ZodType>(
  document: CollectedDocument,
  rest: RegExp,
  item: T,
): z.output<T>[] | undefined {
  const pages = bodiesOf(document, rest, z.array(item));
  return pages.length > 0 ? pages.flat() : undefined;
}

/** `GET /projects/bank%2Fledger/runners?page=1` leaves `/runners`. */
function restOf(request: string): string {
  return request.replace(/^GET \/projects\/[^/?]+/, '').replace(/\?[^]*$/, '');
}
