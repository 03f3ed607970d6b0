/**
 * The address of a repository that lies in neither Azure Repos nor
 * github.com, without credentials and `.git`; undefined when it is none.
 */
export function otherRepository(
  address: string | null | undefined,
): string | undefined {
  const url = URL.canParse(address ?? '') ? new URL(address ?? '') : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const path = url.pathname.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
  return path.length > 1 ? `${url.origin}${path}` : undefined;
}
