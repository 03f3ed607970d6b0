/**
 * Whether a name is meant by a pattern: `*` stands for anything but a slash,
 * `**` for anything at all.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const source = pattern
    .split('**')
    .map(part =>
      part
        .split('*')
        .map(text => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('[^/]*'),
    )
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(name);
}
