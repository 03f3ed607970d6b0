import {
  type CollectedDocument,
  problemOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** Paths of the API without project and query, as `request` has them. */
export const PATHS = {
  repository: /^GET \/[^/]+\/_apis\/git\/repositories\/[^/?]+\?/,
  pullRequest: /\/pullrequests\/\d+\?/,
  pullRequestCommits: /\/pullrequests\/\d+\/commits\?/,
  iterations: /\/pullrequests\/\d+\/iterations\?/,
  threads: /\/pullrequests\/\d+\/threads\?/,
  pushes: /\/git\/repositories\/[^/?]+\/pushes\?/,
  pushCommits:
    /^[^?]*\/git\/repositories\/[^/?]+\/commits\?(?:[^#]*&)?pushId=(\d+)(?:&|$)/,
  builds: /\/_apis\/build\/builds\?/,
  timeline: /\/_apis\/build\/builds\/(\d+)\/timeline\?/,
  policies: /\/_apis\/policy\/configurations\?/,
  environment: /\/_apis\/distributedtask\/environments\/\d+\?/,
  records: /\/environments\/\d+\/environmentdeploymentrecords\?/,
  checks: /\/_apis\/pipelines\/checks\/configurations\?/,
  approvals: /\/_apis\/pipelines\/approvals\?/,
  generalSettings: /\/_apis\/build\/generalsettings\?/,
  retention: /\/_apis\/build\/retention\?/,
  queues: /\/_apis\/distributedtask\/queues\?/,
  agents: /\/_apis\/distributedtask\/pools\/(\d+)\/agents\?/,
} as const;

/** Bodies of the answers to a path that came whole, in order. */
export function bodiesAt(document: CollectedDocument, path: RegExp): unknown[] {
  return document.answers
    .filter(({ request, status }) => isGood(status) && path.test(request))
    .map(({ body }) => body);
}

/** Like `bodiesAt`, with what the first group of the path matched. */
export function bodiesBy(
  document: CollectedDocument,
  path: RegExp,
): { key: string; body: unknown }[] {
  return document.answers.flatMap(({ request, status, body }) => {
    const key = path.exec(request)?.[1];
    return key && isGood(status) ? [{ key, body }] : [];
  });
}

/** From the cache, an answer is 304. */
function isGood(status: number): boolean {
  return status === 200 || status === 304;
}

/**
 * One thing, or undefined when it was not answered. An answer of another shape
 * is one reason why a document is not complete; of a complete one it throws a
 * ZodError.
 */
export function oneAt<T>(
  document: CollectedDocument,
  path: RegExp,
  shape: z.ZodType<T>,
): T | undefined {
  const [body] = bodiesAt(document, path);
  if (body === undefined) {
    return undefined;
  }
  return document.complete ? shape.parse(body) : shape.safeParse(body).data;
}

const List = z.looseObject({ value: z.array(z.unknown()) });

/**
 * All items of the lists at a path. An item that can't be read is a flaw that
 * names it; the others are not lost with it.
 */
export function itemsAt<T>(
  document: CollectedDocument,
  path: RegExp,
  shape: z.ZodType<T>,
): { items: T[]; flaws: string[] } {
  return itemsIn(bodiesAt(document, path), shape);
}

/** All items of lists. */
export function itemsIn<T>(
  bodies: readonly unknown[],
  shape: z.ZodType<T>,
): { items: T[]; flaws: string[] } {
  const items: T[] = [];
  const flaws: string[] = [];
  const found = bodies.flatMap((body): unknown[] => {
    const list = List.safeParse(body).data?.value;
    if (!list) {
      flaws.push('an answer is no list');
    }
    return list ?? [];
  });
  for (const [index, item] of found.entries()) {
    const read = shape.safeParse(item);
    if (read.success) {
      items.push(read.data);
    } else {
      flaws.push(`value.${index}: ${problemOf(read.error)}`);
    }
  }
  return { items, flaws };
}

/** Runs a reader for one item; what it throws is a flaw that names the item. */
export function attempt<T>(
  name: string,
  flaws: string[],
  read: () => T[],
): T[] {
  try {
    return read();
  } catch (error) {
    flaws.push(`${name}: ${problemOf(error)}`);
    return [];
  }
}

/** Whether an observation is whole, from the document and what was read. */
export function completeness(
  document: CollectedDocument,
  flaws: readonly string[] = [],
): { complete: boolean; problem?: string } {
  const problem = document.complete
    ? flaws.join('; ')
    : document.problem ?? 'It was not read whole';
  return problem ? { complete: false, problem } : { complete: true };
}
