/** The short name of a repository by its address, or of a pipeline by its URN. */
export function nameTarget(target: string): string {
  if (URL.canParse(target) && /^https?:/.test(target)) {
    return new URL(target).pathname.replace(/^\//, '').replace(/\.git$/, '');
  }
  const [, name] = /^urn:cicd:[^:]+:[^:]*:(.+)$/i.exec(target) ?? [];
  return name ?? target;
}
