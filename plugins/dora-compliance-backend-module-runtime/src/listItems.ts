import { z } from 'zod';
import { workloadKinds } from './kubernetes/Workload';

/** One object of a document. */
export type Item = {
  /** Undefined if nothing says it. */
  readonly kind: string | undefined;
  readonly value: unknown;
  /** Where it stands in the document, e.g. `items.3`. */
  readonly path: string;
};

/** The objects of a document, and why they may not be all. */
type Items = { readonly items: readonly Item[]; readonly problem?: string };

const List = z.looseObject({
  kind: z.string().nullish(),
  metadata: z
    .looseObject({
      continue: z.unknown().optional(),
      remainingItemCount: z.unknown().optional(),
      shardInfo: z.unknown().optional(),
    })
    .nullish(),
  items: z.array(z.unknown()).nullish(),
});

/** Others than Argo CD have objects of this kind, too. */
const OTHER_APPLICATION = 'Application of another API';

/** More objects do not fit into a delivery, if each is one that runs. */
const MOST_OBJECTS = 50_000;

const SEND =
  'Send what one of these prints: kubectl get pods -A -o json, kubectl get applications.argoproj.io -A -o json';

/**
 * The objects of a document: a list of any kind, as the tools and the APIs print
 * it, or a single object. Throws a TypeError or a ZodError that says what to send.
 */
export function listItems(payload: unknown): Items {
  if (Array.isArray(payload)) {
    // The command line of Argo CD prints applications in this way.
    return checked({ items: toItems(payload, undefined, '') });
  }
  if (typeof payload !== 'object' || payload === null) {
    throw new TypeError(`payload must be an object. ${SEND}`);
  }
  if (!('items' in payload)) {
    const item = toItem(payload, undefined, 'payload');
    return checked({
      // A workload alone does not show what other workloads run.
      items: workloadKinds.has(item.kind ?? '')
        ? [{ ...item, kind: `a single ${item.kind}` }]
        : [item],
      ...(item.kind === 'Pod' && {
        problem:
          'the document is a single Pod, so other pods may run: send a list of all pods',
      }),
    });
  }
  const { kind, items, metadata } = List.parse(payload);
  const of = kind?.endsWith('List') ? kind.slice(0, -4) : undefined;
  const isPart = [
    metadata?.continue,
    metadata?.remainingItemCount,
    metadata?.shardInfo,
  ].some(Boolean);
  return checked({
    items: toItems(items ?? [], of || undefined, 'items.'),
    ...(isPart && {
      problem:
        'the document is one part of a list (metadata.continue, remainingItemCount or shardInfo is set): send the whole list, as kubectl get prints it',
    }),
  });
}

function toItems(
  values: readonly unknown[],
  kind: string | undefined,
  prefix: string,
): Item[] {
  if (values.length > MOST_OBJECTS) {
    throw new TypeError(
      `the list has ${values.length} objects, and at most ${MOST_OBJECTS} are read: send each namespace in a delivery of its own`,
    );
  }
  return values.map((value, index) => toItem(value, kind, `${prefix}${index}`));
}

/** Lists of the APIs leave out the kind of their items. */
function toItem(
  value: unknown,
  listed: string | undefined,
  path: string,
): Item {
  const { kind, apiVersion, spec } = (value ?? {}) as Record<string, unknown>;
  const named = typeof kind === 'string' && kind !== '' ? kind : listed;
  const isArgo =
    typeof apiVersion === 'string'
      ? apiVersion.startsWith('argoproj.io/')
      : typeof spec === 'object' && spec !== null && 'destination' in spec;
  if (named === undefined) {
    return { kind: isArgo ? 'Application' : undefined, value, path };
  }
  return {
    kind: named === 'Application' && !isArgo ? OTHER_APPLICATION : named,
    value,
    path,
  };
}

/** A list that has nothing that runs anything was not meant for us. */
function checked(found: Items): Items {
  const kinds = new Set(found.items.map(({ kind }) => kind ?? 'not named'));
  const isKnown = [...kinds].some(
    kind => kind === 'Pod' || kind === 'Application' || workloadKinds.has(kind),
  );
  if (found.items.length > 0 && !isKnown) {
    const shown = [...kinds]
      .map(kind => kind.replace(/[^ -~]/g, '?').slice(0, 50))
      .slice(0, 5);
    throw new TypeError(
      `kind is ${shown.join(
        ', ',
      )}, which says nothing about what runs. ${SEND}`,
    );
  }
  return found;
}
