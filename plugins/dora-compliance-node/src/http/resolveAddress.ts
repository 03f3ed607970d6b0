/** Where a path or an address leads; one of a host alone has no scheme. */
export function resolveAddress(path: string, baseUrl: string): string {
  if (path.startsWith('//')) {
    return `${new URL(baseUrl).protocol}${path}`;
  }
  return /^[a-z][\w+.-]*:/i.test(path) ? path : `${baseUrl}${path}`;
}
