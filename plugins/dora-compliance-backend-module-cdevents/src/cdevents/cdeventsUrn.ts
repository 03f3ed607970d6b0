import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Bytes an address may have: it is a key of an index in the database. */
const MAX_BYTES = 1000;

/**
 * The stable URI of a thing CDEvents report on. Its id is unique within its
 * source only, so both are in it, escaped so that none can be taken for the
 * other.
 */
export function cdeventsUrn(source: string, id: string): string {
  return boundedUri(
    `urn:cdevents:${encodeURIComponent(source)}:${encodeURIComponent(id)}`,
  );
}

/**
 * An address as it is, or a name made of its digest when it is too long. No
 * escaped source has an equals sign, so that neither is taken for the other.
 */
export function boundedUri(uri: string): string {
  return Buffer.byteLength(uri) > MAX_BYTES
    ? `urn:cdevents:sha256=${computeDigest(uri).slice('sha256:'.length)}`
    : uri;
}

/** The system that knows the accounts of a source: its host if it has one. */
export function parseSystem(source: string): string {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(source)?.[1] ??
    source
  );
}
