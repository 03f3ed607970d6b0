/** A media type without parameters, in lower case. */
export function bareMediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether content of this type is JSON: `application/json`, or any `+json`. */
export function isJsonType(contentType: string): boolean {
  return /^[^/]+\/(json|[^/]+\+json)$/.test(bareMediaType(contentType));
}

/** Throws when a content type names another encoding of text than UTF-8. */
export function requireUtf8(contentType: string): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1];
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw new TypeError(`content-type names the charset ${charset}, not UTF-8`);
  }
}
