import type { Metadata } from '../fields';

/** An object of a document. */
export type KnownObject = {
  readonly kind: string;
  readonly metadata: Metadata;
  readonly value: unknown;
  /** Where it stands in the document. */
  readonly path: string;
};

/** Longer chains of owners are cut: they could be a circle. */
const MOST_OWNERS = 5;

/** The objects of a document by what refers to them. */
export class ObjectIndex {
  readonly #byUid = new Map<string, KnownObject>();
  readonly #namespaces = new Map<string, Metadata>();

  constructor(objects: readonly KnownObject[]) {
    for (const one of objects) {
      if (one.metadata.uid) {
        this.#byUid.set(one.metadata.uid, one);
      }
      if (one.kind === 'Namespace') {
        this.#namespaces.set(one.metadata.name, one.metadata);
      }
    }
  }

  /** What owns an object, the nearest first, as far as the document has it. */
  listOwners(metadata: Metadata): KnownObject[] {
    const owners: KnownObject[] = [];
    let next = this.#findOwner(metadata);
    while (next && owners.length < MOST_OWNERS) {
      owners.push(next);
      next = this.#findOwner(next.metadata);
    }
    return owners;
  }

  /** An object, what owns it, and its namespace. */
  listLevels(metadata: Metadata): Metadata[] {
    const namespace = this.#namespaces.get(metadata.namespace ?? '');
    return [
      metadata,
      ...this.listOwners(metadata).map(owner => owner.metadata),
      ...(namespace ? [namespace] : []),
    ];
  }

  #findOwner(metadata: Metadata): KnownObject | undefined {
    return this.#byUid.get(findController(metadata)?.uid ?? '');
  }
}

/** The owner that manages an object. */
export function findController({ ownerReferences }: Metadata) {
  return ownerReferences?.find(({ controller }) => controller);
}
