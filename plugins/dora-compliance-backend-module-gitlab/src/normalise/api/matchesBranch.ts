/**
 * Whether the name of a protected branch, in which `*` stands for anything,
 * means a branch. In linear time, whatever the name.
 */
export function matchesBranch(pattern: string, branch: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return pattern === branch;
  }
  if (!branch.startsWith(first) || !branch.endsWith(last)) {
    return false;
  }
  let at = first.length;
  for (const part of rest) {
    const found = branch.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return at <= branch.length - last.length;
}
