import { PackageURL } from 'packageurl-js';
import { bareRepository, webAddress } from './fields';

/** A package URL (purl), as far as we use it. */
type Purl = {
  /** Kind of package: npm, maven, oci, … */
  readonly ecosystem: string;
  /** With its namespace, e.g. `@angular/core`. */
  readonly name: string;
  readonly version?: string;
  /** Qualifiers by their name in lower case. */
  readonly qualifiers: Readonly<Record<string, string>>;
};

/** Reads a package URL; undefined when it is none. */
export function parsePurl(text: string): Purl | undefined {
  if (/%00/.test(text)) {
    return undefined;
  }
  try {
    const { type, namespace, name, version, qualifiers } =
      PackageURL.fromString(text);
    return {
      ecosystem: type,
      name: [namespace, name].filter(Boolean).join('/'),
      ...(version && { version }),
      qualifiers: { ...qualifiers } as Purl['qualifiers'],
    };
  } catch {
    return undefined;
  }
}

const SHA256 = /^sha256:[0-9a-f]{64}$/i;

/** The digest a package URL carries: as version, or among its checksums. */
export function digestOfPurl(purl: Purl): string | undefined {
  return [purl.version ?? '', ...(purl.qualifiers.checksum ?? '').split(',')]
    .map(text => text.trim())
    .find(text => SHA256.test(text))
    ?.toLowerCase();
}

/** The digest of an image `name@sha256:…`, or alone, which many give instead. */
export function digestOfImage(reference: string): string | undefined {
  return /(?:^|@)(sha256:[0-9a-f]{64})$/i.exec(reference)?.[1]?.toLowerCase();
}

/**
 * The repository and commit a package was built from, by its qualifier
 * `vcs_url`: `git+https://host/owner/name.git@commit`.
 */
export function originOfPurl({ qualifiers }: Purl): {
  repository?: string;
  commit?: string;
} {
  const [, address, revision] =
    /^(?:git\+)?(https?:\/\/[^/@\s]+\/[^@#\s]+)(?:@([^#\s]+))?/i.exec(
      qualifiers.vcs_url ?? '',
    ) ?? [];
  const repository = webAddress(address);
  const commit = /^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(revision ?? '')
    ? revision
    : undefined;
  return {
    ...(repository && { repository: bareRepository(repository) }),
    ...(commit && { commit }),
  };
}
