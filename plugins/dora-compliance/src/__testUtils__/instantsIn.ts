/** The moments an element shows, exactly as they are. */
export function instantsIn(element: Element | undefined): string[] {
  return [...(element?.querySelectorAll('time') ?? [])].map(
    ({ dateTime }) => dateTime,
  );
}
