/**
 * The stable URI of a thing CDEvents tell of. Its id is unique within its
 * source only, so both are in it, escaped so that none can be taken for the
 * other.
 */
export function cdeventsUrn(source: string, id: string): string {
  return `urn:cdevents:${encodeURIComponent(source)}:${encodeURIComponent(id)}`;
}

/** The system that knows the accounts of a source: its host if it has one. */
export function systemOf(source: string): string {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(source)?.[1] ??
    source
  );
}
