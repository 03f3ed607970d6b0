/**
 * The full name of the job a URN of a pipeline of Jenkins names. Throws a
 * TypeError when it is no such URN.
 */
export function definitionOfUrn(urn: string): string {
  const [, name] = /^urn:cicd:[^:]+:[^:]+:(.+)$/i.exec(urn) ?? [];
  if (!name) {
    throw new TypeError('target is not the URN of a pipeline');
  }
  return name.split('/').map(decodeURIComponent).join('/');
}
