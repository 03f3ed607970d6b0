/** `<https://…>`, then parameters that begin with a semicolon, or nothing. */
const LINK = /^<([^<>\s]+)>\s*(?:;(.*))?$/s;

/** `rel=next` or `rel="next last"`: a name, and a value that may be quoted. */
const PARAMETER = /^([\w*-]+)=(?:"([^"]*)"|([^\s",]+))$/;

/**
 * The addresses a header `Link` names (RFC 8288), by their relation. Undefined
 * when some of it can't be read: then nobody knows whether there is more.
 *
 * @public
 */
export function parseLinks(
  header: string | undefined,
): ReadonlyMap<string, string> | undefined {
  const links = new Map<string, string>();
  if (header === undefined || header.trim() === '') {
    return links;
  }
  for (const part of header.trim().split(/,\s*(?=<)/)) {
    const [, address, texts = ''] = LINK.exec(part) ?? [];
    const parameters = texts
      .split(';')
      .map(text => PARAMETER.exec(text.trim()));
    const relation = parameters.find(one => one?.[1]?.toLowerCase() === 'rel');
    if (address === undefined || !relation || parameters.includes(null)) {
      return undefined;
    }
    const [, , quoted, plain = ''] = relation;
    for (const name of (quoted ?? plain).toLowerCase().split(/\s+/)) {
      links.set(name, links.get(name) ?? address);
    }
  }
  return links;
}
