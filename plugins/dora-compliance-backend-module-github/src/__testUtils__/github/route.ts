import type { Body } from './bodies';
import type { FakeRepository } from './FakeRepository';
import type { FakeSettings } from './FakeSettings';
import type { Listing } from './paging';

export type Reply =
  | { status?: number; headers?: Record<string, string>; body: unknown }
  | Listing;

/** What is known of a repository. */
export type Known = { repository: FakeRepository; settings: FakeSettings };

/** Answers a path within the repository; undefined for what is not there. */
export type Route = [
  pattern: RegExp,
  answer: (
    known: Known,
    match: RegExpExecArray,
    query: URLSearchParams,
  ) => Reply | undefined,
];

export function found(body: Body | undefined): Reply | undefined {
  return body && { body };
}

export function listing(
  items: readonly Body[] | undefined,
  options: Partial<Listing> = {},
): Reply | undefined {
  return items && { items, ...options };
}

/** A page that counts all items and holds some under a name. */
export function counted(name: string) {
  return (items: readonly Body[], total_count: number) => ({
    total_count,
    [name]: items,
  });
}
