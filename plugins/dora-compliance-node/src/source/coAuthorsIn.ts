/**
 * The people that the trailers `Co-authored-by` of a commit message name.
 *
 * @public
 */
export function coAuthorsIn(
  message: string,
): { name: string; email: string }[] {
  return message.split('\n').flatMap(line => {
    const [, name, email] = /^co-authored-by:(.*)<([^<>]*)>/i.exec(line) ?? [];
    return name !== undefined && email !== undefined
      ? [{ name: name.trim(), email }]
      : [];
  });
}
