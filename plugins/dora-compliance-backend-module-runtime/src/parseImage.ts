/** What the reference of an image says. */
type Image = {
  /** Without its tag, e.g. `ghcr.io/bank/ledger`. */
  readonly name: string;
  readonly version?: string;
  readonly digest?: string;
};

/** Some runtimes say how they found an image. */
const SCHEME = /^[a-z-]+:\/\//;

/** An id of a node's own store. It is no digest that a registry knows. */
const STORE_ID = /^(?:[a-z-]+:\/\/)?sha(?:256|512):[0-9a-f]+$/;

/**
 * Reads a reference `name:tag@digest`, as manifests and registries write it. A
 * port is no tag.
 */
export function parseImage(reference: string): Image {
  if (STORE_ID.test(reference)) {
    return { name: reference };
  }
  const digest = readDigest(reference);
  const [tagged = ''] = reference.replace(SCHEME, '').split('@', 1);
  const colon = tagged.lastIndexOf(':');
  const hasTag = colon > tagged.lastIndexOf('/') && colon > 0;
  const version = hasTag ? tagged.slice(colon + 1) : '';
  return {
    name: (hasTag ? tagged.slice(0, colon) : tagged) || reference,
    ...(version && { version }),
    ...(digest && { digest }),
  };
}

/**
 * The digest after the `@` of a reference or an image id. An id without a
 * repository is one of the node, and no digest that a pipeline could report.
 */
export function readDigest(reference: string): string | undefined {
  return /[^@]@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.exec(
    reference,
  )?.[1];
}
